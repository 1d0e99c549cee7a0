import type { Currency } from "#app/core/values/currency.ts";
import { type Engine, inShopMoney } from "../engine.ts";
import { converted } from "../markets/markets.ts";
import type { StoredDiscount } from "../state/discount.ts";
import { reachesMinimum } from "./off-lines.ts";
import type { PurchaseToDiscount } from "./purchase-to-discount.ts";

/** Whether a shipping discount covers this purchase's sending, at the price it has (any, while none is chosen). */
export function isFreeToSend(engine: Engine, discount: StoredDiscount, purchase: PurchaseToDiscount): boolean {
  const { what } = discount;
  const currency = purchase.currency as Currency;
  if (what.kind !== "free-shipping" || !purchase.requiresShipping) return false;
  if (what.countries && !what.countries.includes(purchase.country)) return false;
  const most = what.mostMinor === undefined ? undefined : converted(inShopMoney(engine, what.mostMinor), currency);
  if (most && purchase.shipping && purchase.shipping.minor > most.minor) return false;
  return reachesMinimum(engine, discount, purchase.lines, currency);
}
