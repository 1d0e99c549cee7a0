import type { Say } from "../../values/say.ts";
import { list, oneOf, text } from "../shapes.ts";
import { counted, quotedBy } from "./condition-words.ts";
import { TEXT_PLACES, type TextMatch } from "./texts.ts";

export const textMatchParameters = {
  how: oneOf(TEXT_PLACES, "problem.condition.text-how"),
  texts: list(text("problem.condition.text", 2_048), { message: "problem.condition.texts", most: 250 }),
};

/** What a text needs to say 'starts with "/blogs"', 'contains any of "tea", "cake"'. */
export function textMatchValues({ how, texts }: TextMatch, say: Say) {
  return { how: how === "starts-with" ? "startsWith" : how, ...counted(texts, quotedBy(say), say) };
}
