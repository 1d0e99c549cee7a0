import { AppError } from "#app/platform/app-error.ts";

/** Far past any shape of our contracts. */
const DEPTH_MOST = 16;

/**
 * The value of a JSON text. Refuses with an `AppError` of 400 and one sentence: bytes that are not UTF-8, nesting deeper
 * than 16 (found before any parser walks it), text that is not JSON, and an object that names a field twice, of
 * which two readers could each believe another. One pass over at most 64 KB, then the engine's own parser.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  if (isDeeperThan(text, DEPTH_MOST)) throw refused("The body is nested too deeply.");
  const value = parsed(text);
  const twice = fieldNamedTwice(text);
  if (twice !== undefined) throw refused(`The body names the field ${JSON.stringify(twice.slice(0, 40))} twice.`);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused("The body is not UTF-8.");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("The body is not JSON.");
  }
}

function refused(sentence: string): AppError {
  return new AppError("not-json", 400, sentence);
}

function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  for (const token of tokensOf(text)) {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Of a text that is known to be JSON. */
function fieldNamedTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (const token of tokensOf(text)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
    last = token;
  }
  return undefined;
}

/** The strings, with their quotes, and the marks between values; each character is looked at once, whatever the text. */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ("{}[]:,".includes(character)) yield character;
    if (character !== '"') continue;
    const start = at;
    for (at += 1; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
    yield text.slice(start, at + 1);
  }
}
