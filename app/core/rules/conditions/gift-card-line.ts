import { condition } from "./condition.ts";
import { holdsForLines, type PlainLineQuantifier } from "./lines.ts";
import { whoseProduct } from "./product-attributes.ts";

/** Whether a gift card was bought. */
export const giftCardLine = condition({
  kind: "gift-card-line",
  needs: ["lines", "products"],
  holds: ({ lines }: { readonly lines: PlainLineQuantifier }, facts, catalog) =>
    holdsForLines(lines, facts, catalog, undefined, isGiftCard),
});

const isGiftCard = whoseProduct(({ isGiftCard }) => isGiftCard);
