import type { SurfaceOffer, SurfaceProduct, SurfaceVariant } from "#app/core/extract/surface-offer.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { type Money, minus, percentOf, sum, times } from "#app/core/values/money.ts";
import { fromAjax } from "./cart-money.ts";
import type { ShopCart } from "./shop-cart.ts";

/** One thing the shopper can tick: a variant, or a whole bundle. */
export interface Choice {
  readonly title: string;
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
export async function choicesOf(offer: SurfaceOffer, currency: string, shop: ShopCart): Promise<Choice[]> {
  const products = await Promise.all(
    offer.products.map((product) => choicesIn(product, offer, currency as Currency, shop)),
  );
  if (offer.arrangement === "one-of") return products.flat();
  const items = products.flatMap(([first]) => first ?? []);
  if (items.length < products.length) return [];
  return [
    {
      title: items.map(({ title }) => title).join(" + "),
      items: items.flatMap((item) => item.items),
      was: sum(
        items.map(({ was }) => was),
        currency as Currency,
      ),
      now: sum(
        items.map(({ now }) => now),
        currency as Currency,
      ),
      picture: items[0]?.picture,
    },
  ];
}

async function choicesIn(
  product: SurfaceProduct,
  { discount }: SurfaceOffer,
  currency: Currency,
  shop: ShopCart,
): Promise<Choice[]> {
  const sold = await shop.product(product.handle);
  return product.variants.flatMap((variant) => {
    const live = sold?.variants.find(({ id, available }) => available && String(id) === variant.variantId);
    // The shop doesn't answer: the app's price counts where it is in the shopper's money. It answers: what it says.
    const unread = !sold && variant.price.currency === currency ? variant.price : undefined;
    const price = live ? times(fromAjax(live.price, currency), product.pieces) : unread;
    const now = price && offerPriceOf(discount, variant, price);
    if (!price || !now) return [];
    return {
      title: titleOf(product, variant),
      items: [{ variantId: variant.variantId, quantity: product.pieces }],
      was: price,
      now,
      picture: (variant.image ?? product.image)?.url,
    };
  });
}

/**
 * The offer's price where the shop asks `price`. An amount off, or a price of the rule's own, is known for the price and
 * currency that the app knew only: Shopify would convert a code's amount by a rate of its own.
 */
function offerPriceOf(discount: SurfaceOffer["discount"], variant: SurfaceVariant, price: Money): Money | undefined {
  if (discount.kind === "none") return price;
  if (discount.kind === "percent") return minus(price, percentOf(price, discount.percent));
  const isKnown = variant.price.minor === price.minor && variant.price.currency === price.currency;
  return isKnown ? variant.offerPrice : undefined;
}

function titleOf({ title, pieces }: SurfaceProduct, variant: SurfaceVariant): string {
  const whole = variant.title === NO_VARIANTS ? title : `${title}, ${variant.title}`;
  return pieces > 1 ? `${pieces} × ${whole}` : whole;
}
