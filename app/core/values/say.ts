import type english from "../../locales/en.json";
import { isolated } from "./isolated.ts";

/** What the catalogue calls one text: "rules.title". Every language has all of them: tests/locales holds them equal. */
export type Message = keyof typeof english;

/** What a text leaves room for: words and amounts as they shall read, numbers for plurals. */
type MessageValues = Readonly<Record<string, string | number>>;

/**
 * The text in the reader's language, with its values in their places. Handed in by whoever knows the reader: what is said
 * here names texts and never holds any (docs/decisions/0024).
 */
export type Say = (message: Message, values?: MessageValues) => string;

/** Something to be said later, perhaps elsewhere: plain data, whose values may themselves be something to say. */
export interface Told {
  readonly message: Message;
  readonly values?: Readonly<Record<string, ToldValue>>;
}

/** A list is joined as the reader's language joins "a, b and c", or "a, b or c". */
type ToldValue = string | number | Told | { readonly list: readonly (string | Told)[]; readonly joined: "and" | "or" };

/** What was told, in the reader's language. */
export function said(told: Told, say: Say): string {
  const values = Object.entries(told.values ?? {}).map(([name, value]) => [name, saidValue(value, say)] as const);
  return say(told.message, Object.fromEntries(values));
}

function saidValue(value: ToldValue, say: Say): string | number {
  if (typeof value !== "object") return value;
  if ("message" in value) return said(value, say);
  return listed(
    value.list.map((item) => (typeof item === "string" ? item : said(item, say))),
    say,
    value.joined,
  );
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[], say: Say, joined: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return say(joined === "and" ? "list.and" : "list.or", {
    others: words.slice(0, -1).map(isolated).join(", "),
    last: words.at(-1) ?? "",
  });
}

/** The words one after the other, each two of them put together by a text with a `first` and a `next`. */
export function joinedWith(message: Message, say: Say, words: readonly string[]): string {
  return words.reduce((first, next) => (first === "" ? next : say(message, { first, next })), "");
}
