import type { Decision, OfferedProduct } from "#app/core/decision/decision.ts";
import type { Judgement } from "../oracle.ts";
import type { BundledItem } from "./bundles.ts";
import type { Seen } from "./offers.ts";

/** What the decision says otherwise than the judgement, or undefined when they agree. */
export function disagreement(decision: Decision, judged: Judgement): string | undefined {
  const said = brief(decision);
  if (judged.kind === "nothing") {
    const isSame = decision.kind === "nothing" && decision.reason === judged.reason;
    return isSame ? undefined : `expected nothing (${judged.reason}), got ${said}`;
  }
  const expected = JSON.stringify(judged);
  if (decision.kind === "nothing" || decision.offer.rule !== judged.rule) return `expected ${expected}, got ${said}`;
  return isSameOffer(decision.offer.products, judged) ? undefined : `expected ${expected}, got ${said}`;
}

function isSameOffer(products: readonly OfferedProduct[], judged: Exclude<Judgement, { kind: "nothing" }>): boolean {
  const [first] = products;
  switch (judged.kind) {
    case "one":
      return products.length === 1 && first !== undefined && judged.either.some((seen) => isSeen(first, seen));
    case "choice":
      return products.length === judged.all.length && products.every((one, index) => isSeen(one, judged.all[index]));
    case "bundle":
      return (
        products.length === judged.items.length && products.every((one, index) => isItem(one, judged.items[index]))
      );
  }
}

function isSeen({ product, pieces, variants }: OfferedProduct, seen: Seen | undefined): boolean {
  const shown = variants.map(({ variant, price, offerPrice, quantityMost }) => ({
    variant,
    price: price.minor,
    offerPrice: offerPrice.minor,
    quantityMost,
  }));
  return pieces === 1 && JSON.stringify({ product, variants: shown }) === JSON.stringify(seen);
}

function isItem({ product, variants }: OfferedProduct, item: BundledItem | undefined): boolean {
  const [variant] = variants;
  return (
    variants.length === 1 &&
    product === item?.product &&
    variant?.variant === item.variant &&
    variant.price.minor === item.price &&
    variant.offerPrice.minor === item.paid &&
    variant.quantityMost === 1
  );
}

/** A decision in one short line: what the golden file keeps. */
export function brief(decision: Decision): string {
  if (decision.kind === "nothing") return decision.reason;
  const { rule, products } = decision.offer;
  const sold = products.map(({ product, variants }) => {
    const prices = variants.map(
      ({ variant, offerPrice, quantityMost }) => `${variant}@${offerPrice.minor}≤${quantityMost}`,
    );
    return `${product}:${prices.join(",")}`;
  });
  return `${rule} ${sold.join(" ")}`;
}
