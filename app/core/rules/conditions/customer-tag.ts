import { condition } from "./condition.ts";
import { foldedAll, holdsForTexts, type TextQuantifier } from "./texts.ts";

interface Parameters {
  readonly of: TextQuantifier;
  readonly tags: readonly string[];
}

/** The customer's tags in Shopify, compared without case; unknown for guests and until the tags were read. */
export const customerTag = condition({
  kind: "customer-tag",
  needs: ["customerTags"],
  prepare: ({ of, tags }: Parameters) => ({ of, tags: foldedAll(tags) }),
  holds: ({ of, tags }: Parameters, { history }) =>
    history?.tags === undefined ? "unknown" : holdsForTexts(of, tags, history.tags),
});
