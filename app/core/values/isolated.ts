/** Letters of scripts that run from right to left, and marks that turn what comes after them. Source: Unicode 17, UAX #9. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const ISOLATES = /[\u2066-\u2068]/;
const BEGIN = "\u2068";
const END = "\u2069";

/**
 * What someone wrote, to be put into a sentence of ours: where it could turn the words around it, it stands in an isolate
 * that takes its own direction, as `<bdi>` does; else, and where that was done before, it is the same text. What it begins
 * and never ends ends there, and what it ends and never began does not end ours. For showing only: the marks are none of
 * the text.
 */
export function isolated(text: string): string {
  if (!TURNS.test(text)) return text;
  let depth = 0;
  let inside = "";
  let turnsOthers = false;
  for (const letter of text) {
    if (depth === 0 && !ISOLATES.test(letter) && TURNS.test(letter)) turnsOthers = true;
    const isStray = letter === END && depth === 0;
    if (ISOLATES.test(letter)) depth++;
    else if (letter === END && depth > 0) depth--;
    if (!isStray) inside += letter;
  }
  return turnsOthers || depth > 0 ? `${BEGIN}${inside}${END.repeat(depth)}${END}` : text;
}

/** The same of every text among the values of a sentence. */
export function withIsolated<Values extends Readonly<Record<string, unknown>>>(values: Values): Values {
  const turning = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "string" && TURNS.test(value) ? [[name, isolated(value)] as const] : [],
  );
  return turning.length === 0 ? values : { ...values, ...Object.fromEntries(turning) };
}
