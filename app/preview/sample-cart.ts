import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { Money } from "#app/core/values/money.ts";
import { times } from "#app/core/values/money.ts";
import { surfaceOffer } from "./app-answers.ts";
import type { LineSeen } from "./block-values.ts";
import type { Stage } from "./stage.ts";

type Change =
  | {
      readonly type: "addCartLine";
      readonly merchandiseId: string;
      readonly quantity: number;
      readonly attributes?: LineSeen["attributes"];
    }
  | { readonly type: "removeCartLine" | "updateCartLine"; readonly id: string };

/** The made-up purchase as a cart that the shopper may change: codes of ours take off what the offer says. */
export function sampleCart(stage: Stage) {
  const { facts, live, catalog, rule } = stage;
  const offered = new Set(
    surfaceOffer(stage)?.products.flatMap(({ variants }) => variants.map(({ variantId }) => variantId)) ?? [],
  );
  const products = [...catalog.products.values()];
  let codes: readonly string[] = [];
  let added = 0;
  let lines: readonly Omit<LineSeen, "total">[] = facts.lines.map(({ product, productTitle, variant, quantity }) => ({
    id: "1",
    product,
    variant,
    title: productTitle,
    quantity,
    attributes: [],
  }));

  function totalOf({ variant, quantity, attributes }: Omit<LineSeen, "total">): Money {
    const price = live.get(variant)?.price ?? { minor: 0, currency: stage.ask.currency };
    const isReduced = codes.length > 0 && attributes.length > 0 && offered.has(variant);
    const whole = times(price, quantity);
    const { discount } = rule.path.offer;
    if (!isReduced) return whole;
    // Shopify rounds a percentage once for the whole line.
    return discount.kind === "percent" ? offerPriceOf(whole, discount) : times(offerPriceOf(price, discount), quantity);
  }

  return {
    lines: (): LineSeen[] => lines.map((line) => ({ ...line, total: totalOf(line) })),
    codes: () => codes,
    takeCodes(used: readonly string[]): void {
      codes = used;
    },
    /** False where the shop has no such thing. */
    change(change: Change): boolean {
      if (change.type !== "addCartLine") {
        lines = lines.filter(({ id }) => !change.id.endsWith(`/${id}`) && change.id !== id);
        return true;
      }
      const variant = change.merchandiseId.slice(change.merchandiseId.lastIndexOf("/") + 1);
      const product = products.find(({ variants }) => variants.some(({ id }) => id === variant));
      if (!product) return false;
      added += 1;
      const { id, title } = product;
      const { quantity, attributes = [] } = change;
      lines = [...lines, { id: `added-${added}`, product: id, variant, title, quantity, attributes }];
      return true;
    },
  };
}
