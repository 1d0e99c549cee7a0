import { minorDigitsOf } from "#app/core/values/currency.ts";
import { type Money, money, percentOf } from "#app/core/values/money.ts";
import type { Stage } from "./stage.ts";

/** A change as the extension asks for it, unsigned. Source: @shopify/post-purchase-ui-extensions 0.13.5, `Changeset`. */
type Change =
  | {
      readonly type: "add_variant";
      readonly variantId: number;
      readonly quantity: number;
      readonly discount?: { readonly value: number; readonly valueType: "percentage" | "fixed_amount" };
    }
  | { readonly type: "add_shipping_line"; readonly price: number };

/**
 * What Shopify would answer to a changeset, but for taxes: what those are only Shopify knows, and the page says nothing of
 * what it is not told. A signed one is what was asked for last.
 */
export function calculator({ catalog, bought }: Stage) {
  const { currency } = catalog.shop;
  const prices = new Map(
    [...catalog.products.values()].flatMap(({ variants }) => variants.map(({ id, price }) => [id as string, price])),
  );
  const owed = bought.variants[0]?.price ?? money(0, currency);
  let last: readonly Change[] = [];

  const bag = ({ minor }: Money) => {
    const digits = minorDigitsOf(currency);
    const amount = { amount: (minor / 10 ** digits).toFixed(digits), currencyCode: currency };
    return { shopMoney: amount, presentmentMoney: amount };
  };
  const lineOf = (change: Extract<Change, { type: "add_variant" }>) => {
    const { variantId, quantity } = change;
    const whole = money((prices.get(String(variantId))?.minor ?? 0) * quantity, currency);
    return { variantId, quantity, total: money(whole.minor - offOf(whole, change).minor, currency) };
  };

  return {
    calculate(changeset: unknown) {
      if (typeof changeset === "object" && changeset !== null && "changes" in changeset) {
        last = changeset.changes as readonly Change[];
      }
      const lines = last.flatMap((change) => (change.type === "add_variant" ? [lineOf(change)] : []));
      const sent = last.flatMap((change) => (change.type === "add_shipping_line" ? [inMinor(change.price)] : []));
      const added = money(
        [...lines.map(({ total }) => total), ...sent].reduce((sum, { minor }) => sum + minor, 0),
        currency,
      );
      const whole = bag(money(owed.minor + added.minor, currency));
      return {
        status: "processed",
        errors: [],
        calculatedPurchase: {
          subtotalPriceSet: whole,
          totalPriceSet: whole,
          updatedLineItems: lines.map(({ total, ...line }) => ({
            ...line,
            productId: 0,
            productHandle: "",
            priceSet: bag(total),
            totalPriceSet: bag(total),
          })),
          addedShippingLines: sent.map((price) => ({ priceSet: bag(price), presentmentTitle: "" })),
          totalOutstandingSet: bag(added),
        },
      };
    },
    apply: () => ({ status: "processed", errors: [], changesetApplicationsRemaining: 2 }),
  };

  function inMinor(amount: number): Money {
    return money(Math.round(amount * 10 ** minorDigitsOf(currency)), currency);
  }

  function offOf(whole: Money, { discount }: Extract<Change, { type: "add_variant" }>): Money {
    if (!discount) return money(0, currency);
    return discount.valueType === "percentage" ? percentOf(whole, discount.value) : inMinor(discount.value);
  }
}
