import { type Truth, truthOf } from "./condition.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

/** How many of the texts a list must have: one of them, each, or none. */
export const TEXT_QUANTIFIERS = ["any", "all", "none"] as const;
export type TextQuantifier = (typeof TEXT_QUANTIFIERS)[number];

/** Tags and discount codes compare like this, as Shopify's do. A text that is folded already comes back as it is. */
export function folded(text: string): string {
  return text.trim().toLowerCase();
}

export function foldedAll(texts: readonly string[]): readonly string[] {
  return texts.map(folded);
}

/** Whether `texts` has any, all or none of `wanted`, which are folded. */
export function holdsForTexts(of: TextQuantifier, wanted: readonly string[], texts: readonly string[]): Truth {
  for (const text of wanted) {
    const isThere = hasFolded(texts, text);
    if (isThere && of === "any") return "true";
    if (isThere && of === "none") return "false";
    if (!isThere && of === "all") return "false";
  }
  return truthOf(of !== "any");
}

/** Whether one of `texts` is `wanted`, which is folded. */
function hasFolded(texts: readonly string[], wanted: string): boolean {
  for (const text of texts) if (text === wanted || folded(text) === wanted) return true;
  return false;
}

/** Everything else that is written compares exactly, but for spaces around it. */
export function trimmedAll(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim());
}

export function trimmedValues(texts: readonly string[]): Values<string> {
  return valuesOf(trimmedAll(texts));
}

/** Whether a text that may not be known is one of them. */
export function isOneOf(values: Values<string>, text: string | undefined): Truth {
  return text === undefined ? "unknown" : truthOf(hasValue(values, text.trim()));
}

/** Where in a text one of `texts` must stand. */
export const TEXT_PLACES = ["is", "starts-with", "contains", "ends-with"] as const;

export interface TextMatch {
  readonly how: (typeof TEXT_PLACES)[number];
  readonly texts: readonly string[];
}

export function trimmedMatch({ how, texts }: TextMatch): TextMatch {
  return { how, texts: trimmedAll(texts) };
}

/** Whether one of them stands there; `text` is undefined where it is not known. */
export function holdsForText({ how, texts }: TextMatch, text: string | undefined): Truth {
  if (text === undefined) return "unknown";
  const whole = text.trim();
  for (const part of texts) if (standsIn(whole, part, how)) return "true";
  return "false";
}

function standsIn(whole: string, part: string, how: TextMatch["how"]): boolean {
  switch (how) {
    case "is":
      return whole === part;
    case "starts-with":
      return whole.startsWith(part);
    case "contains":
      return whole.includes(part);
    case "ends-with":
      return whole.endsWith(part);
  }
}
