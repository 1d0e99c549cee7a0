import { list, oneOf, text } from "../shapes.ts";
import { namesOf, quoted } from "./condition-words.ts";
import { TEXT_PLACES, type TextMatch } from "./texts.ts";

export const textMatchParameters = {
  how: oneOf(TEXT_PLACES, "problem.condition.text-how"),
  texts: list(text("problem.condition.text", 2_048), { message: "problem.condition.texts", most: 250 }),
};

const HOW = { is: "is", "starts-with": "starts with", contains: "contains", "ends-with": "ends with" } as const;

/** 'starts with "/blogs"', 'contains any of "tea", "cake"' */
export function textMatchWords({ how, texts }: TextMatch): string {
  return `${HOW[how]} ${texts.length === 1 ? "" : "any of "}${namesOf(texts, quoted)}`;
}
