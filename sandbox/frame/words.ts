import type { Instant } from "#app/core/values/instant.ts";
import { decimalOf, type Money } from "#app/core/values/money.ts";
import type { ShopIdentity } from "../store/state/shop-identity.ts";

export function inMoney(amount: Money): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency: amount.currency }).format(
    Number(decimalOf(amount)),
  );
}

/** "22 Nov, 18:04" by the shop's clock. */
export function atShop(moment: Instant, { timezone }: ShopIdentity): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: timezone }).format(
    moment,
  );
}

/** 1 item, 2 items. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
