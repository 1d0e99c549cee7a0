import { list, text } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { lineQuantifier, productsSeen } from "./line-words.ts";
import { folded, foldedAll } from "./texts.ts";

export const tagWords: ConditionWords<"tag"> = {
  parameters: {
    lines: lineQuantifier,
    tags: list(text("problem.condition.tag", 255), { message: "problem.condition.tags", most: 250 }),
  },
  sentence: ({ lines, tags }, { say }) => say("engine.condition.tag", { lines, ...counted(tags, quotedBy(say), say) }),
  was: ({ tags }, facts, catalog) => {
    const wanted = foldedAll(tags);
    return productsSeen(facts, catalog, "tags", (product) =>
      product.tags.filter((tag) => wanted.includes(folded(tag))),
    );
  },
};
