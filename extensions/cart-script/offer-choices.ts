import { type LiveVariant, priceIn } from "#app/core/extract/live-prices.ts";
import type { SurfaceOffer, SurfaceProduct, SurfaceVariant } from "#app/core/extract/surface-offer.ts";
import { type Currency, parseCurrency } from "#app/core/values/currency.ts";
import { type Money, sum } from "#app/core/values/money.ts";
import { fromAjax } from "./cart-money.ts";
import type { ShopCart } from "./shop-cart.ts";

/** One thing the shopper can tick: a variant, or a whole bundle. */
export interface Choice {
  readonly title: string;
  /** What it is called among the others there are to choose from: "Mint green" of one product, else the whole title. */
  readonly option: string;
  readonly items: readonly { readonly variantId: string; readonly quantity: number }[];
  readonly was: Money;
  readonly now: Money;
  readonly picture: string | undefined;
}

/** What Shopify calls the variant of a product that has but one. */
const NO_VARIANTS = "Default Title";

/**
 * What can be had of the offer, at the prices this shop asks of this shopper now, in the cart's currency: read from the
 * shop itself, so that what is shown is what is charged. What can't be had, or not be priced, is left out.
 */
export async function choicesOf(offer: SurfaceOffer, cartCurrency: string, shop: ShopCart): Promise<Choice[]> {
  const currency = parseCurrency(cartCurrency);
  if (!currency) return [];
  const live = await Promise.all(offer.products.map((product) => liveVariants(product, currency, shop)));
  const here = priceIn(offer, new Map(live.flat().map((variant) => [variant.variantId, variant])), currency);
  const choices =
    here?.products.map((product) =>
      product.variants.map((variant) => choiceOf(product, variant, here.products.length === 1)),
    ) ?? [];
  if (offer.arrangement === "one-of") return choices.flat();
  const items = choices.flatMap(([item]) => item ?? []);
  if (items.length === 0) return [];
  const total = (price: "was" | "now") =>
    sum(
      items.map((item) => item[price]),
      currency,
    );
  return [
    {
      title: items.map(({ title }) => title).join(" + "),
      option: "",
      items: items.flatMap((item) => item.items),
      was: total("was"),
      now: total("now"),
      picture: items[0]?.picture,
    },
  ];
}

/** Of each variant that is offered, what the shop says of it now; nothing where the shop can't be reached. */
async function liveVariants({ handle, variants }: SurfaceProduct, currency: Currency, shop: ShopCart) {
  const sold = await shop.product(handle);
  if (!sold) return [];
  return variants.map(({ variantId }): LiveVariant => {
    const now = sold.variants.find(({ id }) => String(id) === variantId);
    return { variantId, price: fromAjax(now?.price ?? 0, currency), isForSale: now?.available === true };
  });
}

function choiceOf(product: SurfaceProduct, variant: SurfaceVariant, isOnlyProduct: boolean): Choice {
  const { pieces } = product;
  const whole = variant.title === NO_VARIANTS ? product.title : `${product.title}, ${variant.title}`;
  return {
    title: pieces > 1 ? `${pieces} × ${whole}` : whole,
    option: isOnlyProduct ? variant.title : whole,
    items: [{ variantId: variant.variantId, quantity: pieces }],
    was: variant.price,
    now: variant.offerPrice,
    picture: (variant.image ?? product.image)?.url,
  };
}
