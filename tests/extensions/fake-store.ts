import { setTimeout as wait } from "node:timers/promises";

/** Just enough of a store to answer a page: a price for each variant, 20 % tax, and what to say to an apply. */
export interface StoreSays {
  readonly currency: string;
  readonly digits: number;
  /** Minor units for one piece, by variant id. */
  prices: Readonly<Record<string, number>>;
  readonly shippingMinor: number;
  readonly taxTitle: string;
  /** Added to what a signed changeset costs: the price rose after the shopper looked. */
  readonly signedCostsMoreMinor: number;
  /** An error code, or what else becomes of a calculation. */
  calculateFails?: string | "throws" | "takes for ever" | undefined;
  /** Calculations for this many pieces take half a second. */
  readonly slowForQuantity?: number;
  readonly apply: readonly ApplyAnswer[];
}

export type ApplyAnswer =
  | { readonly status: string; readonly errors: readonly { code: string; message: string }[] }
  | "throws";

export const applied: ApplyAnswer = { status: "processed", errors: [] };

export function refused(code: string): ApplyAnswer {
  return { status: "unprocessed", errors: [{ code, message: "as the test asked" }] };
}

interface AddVariant {
  readonly type: string;
  readonly variantId: number;
  readonly quantity: number;
}

export function fakeStore(says: StoreSays) {
  const changesets: unknown[] = [];
  const applications: string[] = [];
  let lastPick: AddVariant | undefined;
  const bag = (minor: number) => {
    const money = { amount: (minor / 10 ** says.digits).toFixed(says.digits), currencyCode: says.currency };
    return { shopMoney: money, presentmentMoney: money };
  };

  return {
    says,
    changesets,
    applications,
    async calculate(changeset: { changes: readonly AddVariant[] } | string) {
      changesets.push(changeset);
      if (says.calculateFails === "throws") throw new Error("the store is on fire");
      if (says.calculateFails === "takes for ever") return new Promise(() => undefined);
      if (says.calculateFails) return { ...(refused(says.calculateFails) as object) };
      if (typeof changeset !== "string") lastPick = changeset.changes.find(({ type }) => type === "add_variant");
      const pick = lastPick ?? { variantId: 0, quantity: 1 };
      if (pick.quantity === says.slowForQuantity) await wait(500);
      const item =
        (says.prices[String(pick.variantId)] ?? 0) * pick.quantity +
        (typeof changeset === "string" ? says.signedCostsMoreMinor : 0);
      const tax = Math.round((item + says.shippingMinor) * 0.2);
      return {
        status: "processed",
        errors: [],
        calculatedPurchase: {
          subtotalPriceSet: bag(5000 + item),
          totalPriceSet: bag(5000 + item + says.shippingMinor + tax),
          addedTaxLines: [{ priceSet: bag(tax), rate: 0.2, title: says.taxTitle }],
          updatedLineItems: [
            {
              totalPriceSet: bag(5000),
              priceSet: bag(5000),
              productId: 1,
              variantId: 1,
              productHandle: "teacup",
              quantity: 1,
            },
            { totalPriceSet: bag(item), priceSet: bag(item), productId: 2, ...pick, productHandle: "cakestand" },
          ],
          addedShippingLines:
            says.shippingMinor > 0 ? [{ priceSet: bag(says.shippingMinor), presentmentTitle: "Post" }] : [],
          totalOutstandingSet: bag(item + says.shippingMinor + tax),
        },
      };
    },
    apply(token: string) {
      applications.push(token);
      const answer = says.apply[Math.min(applications.length, says.apply.length) - 1];
      if (!answer || answer === "throws") throw new Error("the store is on fire");
      return { changesetApplicationsRemaining: 2, ...answer };
    },
  };
}
