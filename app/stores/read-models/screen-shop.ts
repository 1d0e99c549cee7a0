import type { Currency } from "#app/core/values/currency.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";

/** What every screen needs of the shop: to write money and times as the merchant reads them. */
export interface ScreenShop {
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
}

export async function loadScreenShop({ db, shop }: Tenant): Promise<ScreenShop> {
  const [row] = await db.$queryRaw<ScreenShop[]>`select currency, timezone from shops where shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  return row;
}
