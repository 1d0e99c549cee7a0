import { readFileSync } from "node:fs";

const { strings }: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("./naughty-strings.json", import.meta.url), "utf8"),
);

/** The 515 of the Big List of Naughty Strings, as they are. */
export const NAUGHTY_STRINGS = strings;

/** What the list lacks: what PostgreSQL cannot keep, what JSON and Unicode write in two ways, lines, and lengths. */
export const UNRULY_STRINGS: readonly string[] = [
  "a\0b",
  "half an emoji \ud83c",
  "\udf81 the other half",
  "\\u0000 as it is written",
  "\\ud83c",
  "cafe\u0301 and caf\u00e9",
  "two\nlines",
  "two\r\nlines",
  "\ufeffbehind a mark",
  "\u2028between\u2029",
  "'{price} it''s' {product}",
  "שלום (עולם) 12%",
  "\u202eright to left\u202c \u2067never ended",
  "🎁".repeat(60),
  "🎁".repeat(61),
  "w".repeat(10_000),
];
