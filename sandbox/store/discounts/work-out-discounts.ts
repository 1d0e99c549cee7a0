import type { Currency } from "#app/core/values/currency.ts";
import { type Money, sum } from "#app/core/values/money.ts";
import { type Engine, inShopMoney } from "../engine.ts";
import { converted } from "../markets/markets.ts";
import type { AppliedDiscount, CodeStanding, StoredDiscount } from "../state/discount.ts";
import { discountOfCode, whyNotUsable } from "./code-standing.ts";
import { combinations } from "./combinations.ts";
import { classOf } from "./discount-class.ts";
import { OWN_CODES_WIN_A_DRAW } from "./doubts.ts";
import { isFreeToSend } from "./free-to-send.ts";
import { reachesMinimum } from "./off-lines.ts";
import { isEntitled, type PurchaseToDiscount } from "./purchase-to-discount.ts";
import { type TakenOff, takeOff } from "./take-off.ts";

export interface WorkedOutDiscounts {
  /** Those that take something off. */
  readonly discounts: readonly AppliedDiscount[];
  /** For each line what each discount takes off it; `discount` is an index into `discounts`. */
  readonly allocations: readonly (readonly { readonly discount: number; readonly amount: Money }[])[];
  readonly shippingOff: Money;
  readonly codes: readonly CodeStanding[];
}

/** The automatic discounts and the buyer's codes on a purchase: of all that can stand together, the best for the buyer. */
export function workOutDiscounts(engine: Engine, purchase: PurchaseToDiscount): WorkedOutDiscounts {
  const codes = purchase.codes.map((code) => ({ code, discount: discountOfCode(engine, code) }));
  const usable = (discount: StoredDiscount) => whyNotUsable(engine, discount, purchase) === undefined;
  const automatic = engine.state.discounts.filter((discount) => discount.code === undefined && usable(discount));
  const given = codes.flatMap(({ discount }) => (discount && usable(discount) ? [discount] : []));
  const fitting = [...new Set([...given, ...automatic])].filter((discount) => doesFit(engine, discount, purchase));
  const { chosen, taken } = best(engine, fitting, purchase);

  const rows = [...taken.byDiscount].filter(([, { lines, shipping }]) => total(purchase, lines, shipping).minor > 0);
  return {
    discounts: rows.map(([discount, { lines, shipping }]) =>
      applied(engine, discount, total(purchase, lines, shipping), codes),
    ),
    allocations: purchase.lines.map((_, line) =>
      rows.flatMap(([, { lines }], discount) => {
        const amount = lines[line];
        return amount && amount.minor > 0 ? [{ discount, amount }] : [];
      }),
    ),
    shippingOff: sum(
      rows.map(([, { shipping }]) => shipping),
      purchase.currency as Currency,
    ),
    codes: codes.map(({ code, discount }) => {
      const why = whyNot(engine, discount, purchase, { chosen, rows: rows.map(([row]) => row) });
      return why ? { code, applies: false, why } : { code, applies: true };
    }),
  };
}

function best(engine: Engine, discounts: readonly StoredDiscount[], purchase: PurchaseToDiscount) {
  const codesIn = (set: readonly StoredDiscount[]) => set.filter(({ code }) => code !== undefined).length;
  return combinations(discounts)
    .map((chosen) => ({ chosen, taken: takeOff(engine, chosen, purchase) }))
    .reduce((one, other) => {
      if (other.taken.total.minor !== one.taken.total.minor) return isBetter(other.taken, one.taken) ? other : one;
      return OWN_CODES_WIN_A_DRAW && codesIn(other.chosen) > codesIn(one.chosen) ? other : one;
    });
}

function isBetter(one: TakenOff, other: TakenOff): boolean {
  return one.total.minor > other.total.minor;
}

/** Whether the discount has something to do here, were it alone. */
function doesFit(engine: Engine, discount: StoredDiscount, purchase: PurchaseToDiscount): boolean {
  if (discount.what.kind === "free-shipping") return isFreeToSend(engine, discount, purchase);
  return takeOff(engine, [discount], purchase).total.minor > 0;
}

function whyNot(
  engine: Engine,
  discount: StoredDiscount | undefined,
  purchase: PurchaseToDiscount,
  { chosen, rows }: { readonly chosen: readonly StoredDiscount[]; readonly rows: readonly StoredDiscount[] },
): CodeStanding["why"] {
  if (!discount) return "unknown";
  const unusable = whyNotUsable(engine, discount, purchase);
  if (unusable) return unusable;
  // Until sending is chosen, a discount on it stands and takes nothing yet.
  const waits = discount.what.kind === "free-shipping" && purchase.shipping?.minor !== 0 && chosen.includes(discount);
  if (rows.includes(discount) || waits) return undefined;
  if (doesFit(engine, discount, purchase)) return "not-combinable";
  const { what } = discount;
  const entitled = purchase.lines.filter((line) => what.kind !== "basic" || isEntitled(engine, what.items, line));
  const isShort = !reachesMinimum(engine, discount, entitled, purchase.currency as Currency);
  return isShort && entitled.length > 0 ? "minimum" : "nothing-entitled";
}

function total({ currency }: PurchaseToDiscount, lines: readonly Money[], shipping: Money): Money {
  return sum([...lines, shipping], currency as Currency);
}

function applied(
  engine: Engine,
  discount: StoredDiscount,
  amount: Money,
  codes: readonly { readonly code: string; readonly discount: StoredDiscount | undefined }[],
): AppliedDiscount {
  const { what } = discount;
  const value = what.kind === "basic" ? what.value : what.kind === "buy-x-get-y" ? what.gets.value : undefined;
  return {
    discountId: discount.id,
    class: classOf(discount),
    title: discount.title,
    code: codes.find((given) => given.discount === discount)?.code,
    amount,
    value:
      value?.kind === "amount"
        ? { kind: "amount", amount: converted(inShopMoney(engine, value.minor), amount.currency) }
        : { kind: "percentage", percentage: (value?.fraction ?? 1) * 100 },
  };
}
