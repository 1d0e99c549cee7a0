import type { ChosenOffer, Decision, Explanation } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { decimalOf } from "#app/core/values/money.ts";

/** One decision as a line of JSON (docs/purchases-and-catalogue.md): amounts as decimal text in the shop's currency. */
export function decisionLine({ reference, total }: Facts, decision: Decision, explanation?: Explanation): string {
  const trace = explanation && { trace: explanation.verdicts };
  return JSON.stringify(
    decision.kind === "show"
      ? {
          id: reference,
          kind: "show",
          rule: decision.offer.rule,
          offer: offerOf(decision.offer, total.currency),
          ...trace,
        }
      : { id: reference, kind: "nothing", reason: decision.reason, ...trace },
  );
}

function offerOf({ kind, arrangement, products, discount, shipping, partner }: ChosenOffer, currencyCode: string) {
  return {
    kind,
    arrangement,
    currencyCode,
    products: products.map(({ product, title, pieces, variants }) => ({
      productId: product,
      title,
      pieces,
      variants: variants.map(({ variant, title, price, offerPrice, quantityMost }) => ({
        variantId: variant,
        title,
        price: decimalOf(price),
        offerPrice: decimalOf(offerPrice),
        quantityMost,
      })),
    })),
    discount,
    shippingPrice: shipping.kind === "free" ? "0" : decimalOf(shipping.price),
    ...(partner && { partner }),
  };
}
