import { setTimeout as wait } from "node:timers/promises";

/** Just enough of a store to answer a page: a price for each variant, discounts, 20 % tax, and what to say to an apply. */
export interface StoreSays {
  readonly currency: string;
  readonly digits: number;
  /** What the shop asks for one piece in minor units, by variant id. */
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
  | {
      readonly status: string;
      readonly errors: readonly { code: string; message: string }[];
      readonly changesetApplicationsRemaining?: number;
    }
  | "throws";

export const applied: ApplyAnswer = { status: "processed", errors: [] };

export function refused(code: string): ApplyAnswer {
  return { status: "unprocessed", errors: [{ code, message: "as the test asked" }] };
}

interface AddVariant {
  readonly type: string;
  readonly variantId: number;
  readonly quantity: number;
  readonly discount?: { readonly value: number; readonly valueType: "percentage" | "fixed_amount" };
}

/** Shopify's limit. */
const APPLICATIONS_MOST = 3;

export function fakeStore(says: StoreSays) {
  const changesets: unknown[] = [];
  const applications: string[] = [];
  let lastAdded: readonly AddVariant[] = [];
  const bag = (minor: number) => {
    const money = { amount: (minor / 10 ** says.digits).toFixed(says.digits), currencyCode: says.currency };
    return { shopMoney: money, presentmentMoney: money };
  };
  const lineOf = ({ variantId, quantity, discount }: AddVariant) => {
    const whole = (says.prices[String(variantId)] ?? 0) * quantity;
    return { variantId, quantity, minor: whole - offLine(whole, discount, says.digits) };
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
      if (typeof changeset !== "string") lastAdded = changeset.changes.filter(({ type }) => type === "add_variant");
      if (lastAdded[0]?.quantity === says.slowForQuantity) await wait(500);
      const lines = lastAdded.map(lineOf);
      const items =
        lines.reduce((sum, { minor }) => sum + minor, 0) +
        (typeof changeset === "string" ? says.signedCostsMoreMinor : 0);
      const tax = Math.round((items + says.shippingMinor) * 0.2);
      return {
        status: "processed",
        errors: [],
        calculatedPurchase: {
          subtotalPriceSet: bag(5000 + items),
          totalPriceSet: bag(5000 + items + says.shippingMinor + tax),
          addedTaxLines: [{ priceSet: bag(tax), rate: 0.2, title: says.taxTitle }],
          updatedLineItems: [{ variantId: 1, quantity: 1, minor: 5000 }, ...lines].map(({ minor, ...line }, index) => ({
            totalPriceSet: bag(minor),
            priceSet: bag(minor),
            productId: index + 1,
            productHandle: `product-${index + 1}`,
            ...line,
          })),
          addedShippingLines:
            says.shippingMinor > 0 ? [{ priceSet: bag(says.shippingMinor), presentmentTitle: "Post" }] : [],
          totalOutstandingSet: bag(items + says.shippingMinor + tax),
        },
      };
    },
    apply(token: string) {
      applications.push(token);
      const answer = says.apply[Math.min(applications.length, says.apply.length) - 1];
      if (!answer || answer === "throws") throw new Error("the store is on fire");
      return { changesetApplicationsRemaining: APPLICATIONS_MOST - applications.length, ...answer };
    },
  };
}

/** What a discount takes off a line, all pieces together. */
function offLine(whole: number, discount: AddVariant["discount"], digits: number): number {
  if (!discount) return 0;
  if (discount.valueType === "fixed_amount") return Math.round(discount.value * 10 ** digits);
  // As a shop rounds: half a penny goes to the shopper's price, not off it.
  return whole - Math.round((whole * (100 - discount.value)) / 100);
}
