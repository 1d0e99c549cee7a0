import type { Say } from "#app/core/values/say.ts";
import english from "./en.json" with { type: "json" };
import { readTexts } from "./read-texts.ts";
import { sayer } from "./sayer.ts";

/** For what speaks English wherever it is: the command line, logs, tests. Screens speak the merchant's language by `useSay`. */
export const sayInEnglish: Say = sayer(readTexts(english), "en");
