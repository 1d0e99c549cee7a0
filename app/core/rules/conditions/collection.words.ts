import type { CollectionId } from "../../values/ids.ts";
import { id, list } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";
import { lineQuantifier, linesSeen } from "./line-words.ts";

export const collectionWords: ConditionWords<"collection"> = {
  parameters: {
    lines: lineQuantifier,
    collections: list(id<CollectionId>("problem.collection.id"), {
      message: "problem.condition.collections",
      most: 250,
    }),
  },
  sentence: ({ lines, collections }, { say, collection }) =>
    say("engine.condition.collection", { lines, ...counted(collections, collection, say) }),
  was: ({ collections: asked }, facts, { collections }) => {
    const known = asked.flatMap((id) => collections.get(id) ?? []);
    return linesSeen(facts, "collections", ({ product }) => {
      const having = known.filter(({ products }) => products.includes(product)).map(({ id }) => id);
      return having.length > 0 || known.length === asked.length ? having : undefined;
    });
  },
};
