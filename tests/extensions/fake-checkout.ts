import { setTimeout as wait } from "node:timers/promises";
import { pageLine } from "./block-scene.ts";

type Line = ReturnType<typeof pageLine> & {
  readonly id: string;
  readonly quantity: number;
  readonly attributes: readonly unknown[];
};
type Result = { readonly type: "success" } | { readonly type: "error"; readonly message: string };

export interface CheckoutSays {
  readonly currency: string;
  /** What a line costs, by the variant's gid; in the main unit. */
  readonly prices: Readonly<Record<string, number>>;
  readonly titles: Readonly<Record<string, string>>;
  /** Percent that a code, or Shopify by itself (""), takes off what an extension added. */
  readonly percentOff: Readonly<Record<string, number>>;
  readonly refuses: "lines" | "codes" | "removing" | undefined;
  readonly takesMs: number;
  readonly canAddCartLine: boolean;
  readonly canRemoveCartLine: boolean;
  readonly canUpdateDiscountCodes: boolean;
  readonly lines: readonly Line[];
  readonly codes: readonly string[];
  /** A new code takes the place of those there were. */
  readonly codesCombine: boolean;
}

const CAKESTAND = "gid://shopify/ProductVariant/2002";
const USUAL: CheckoutSays = {
  currency: "GBP",
  prices: { [CAKESTAND]: 12.75 },
  titles: { [CAKESTAND]: "Regency Cakestand 3 Tier" },
  percentOff: {},
  refuses: undefined,
  takesMs: 0,
  canAddCartLine: true,
  canRemoveCartLine: true,
  canUpdateDiscountCodes: true,
  lines: [pageLine() as Line],
  codes: [],
  codesCombine: true,
};

/** A checkout that an extension may change, and that gives its lines other ids whenever it has been changed. */
export function fakeCheckout(given: Partial<CheckoutSays>, tell: (values: Record<string, unknown>) => Promise<void>) {
  const says = { ...USUAL, ...given };
  let lines = [...says.lines];
  let codes = [...says.codes];
  let changes = 0;
  const asked: Record<string, unknown>[] = [];
  const money = (amount: number) => ({ amount, currencyCode: says.currency });
  const off = () => Math.max(0, ...["", ...codes].map((code) => says.percentOff[code] ?? 0));

  function values() {
    const priced = lines.map((line, index) => {
      const id = `gid://shopify/CartLine/${changes}-${index}`;
      if (line.attributes.length === 0) return { ...line, id };
      const amount = (says.prices[line.merchandise.id] ?? 0) * line.quantity * (1 - off() / 100);
      return { ...line, id, cost: { totalAmount: money(Math.round(amount * 100) / 100) } };
    });
    lines = priced;
    const total = priced.reduce((sum, { cost }) => sum + cost.totalAmount.amount, 0);
    return {
      lines: priced,
      cost: {
        subtotalAmount: money(total),
        totalAmount: money(total + 3.95),
        totalShippingAmount: money(3.95),
        totalTaxAmount: money(0),
      },
      discountCodes: codes.map((code) => ({ code })),
      instructions: {
        attributes: { canUpdateAttributes: true },
        delivery: { canSelectCustomAddress: true },
        discounts: { canUpdateDiscountCodes: says.canUpdateDiscountCodes },
        lines: {
          canAddCartLine: says.canAddCartLine,
          canRemoveCartLine: says.canRemoveCartLine,
          canUpdateCartLine: true,
        },
        metafields: { canSetCartMetafields: true, canDeleteCartMetafield: true },
        notes: { canUpdateNote: true },
      },
    };
  }

  async function answered(change: Record<string, unknown>, isRefused: boolean, apply: () => void): Promise<Result> {
    asked.push(change);
    await wait(says.takesMs);
    if (isRefused) return { type: "error", message: "for the log" };
    apply();
    changes++;
    // The page tells of it a moment after it has answered, as it stands by then.
    setTimeout(() => tell(values()).catch(() => undefined), 20);
    return { type: "success" };
  }

  return {
    asked,
    values,
    lines: () => lines,
    codes: () => codes,
    /** The shopper, or the shop, changes it. */
    async become(next: Partial<CheckoutSays>): Promise<void> {
      Object.assign(says, next);
      if (next.lines) lines = [...next.lines];
      changes++;
      await tell(values());
    },
    changeLines(change: Record<string, unknown>): Promise<Result> {
      if (change.type === "removeCartLine") {
        return answered(change, says.refuses === "removing" || !lines.some(({ id }) => id === change.id), () => {
          lines = lines.filter(({ id }) => id !== change.id);
        });
      }
      return answered(change, says.refuses === "lines", () => {
        const { merchandise } = pageLine();
        const id = String(change.merchandiseId);
        lines.push({
          ...pageLine(),
          quantity: Number(change.quantity),
          merchandise: { ...merchandise, id, title: says.titles[id] ?? id },
          attributes: change.attributes as readonly unknown[],
        } as Line);
      });
    },
    changeCodes: (change: { type: string; code: string }): Promise<Result> =>
      answered(change, says.refuses === "codes", () => {
        const others = codes.filter((code) => code !== change.code);
        if (change.type === "removeDiscountCode") codes = others;
        else codes = says.codesCombine ? [...others, change.code] : [change.code];
      }),
  };
}
