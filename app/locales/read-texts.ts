import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Message } from "#app/core/values/say.ts";
import type { Catalogue } from "./sayer.ts";

/** A catalogue of texts as translators write them. Each is read when it is first said: for all of them that takes 0.1 s. */
export function readTexts(texts: Readonly<Record<Message, string>>): Catalogue {
  const read = new Map<Message, CompiledMessage>();
  return {
    textOf: (message) => {
      const text = read.get(message) ?? compile(texts[message]);
      read.set(message, text);
      return text;
    },
  };
}
