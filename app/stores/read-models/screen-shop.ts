import type { Currency } from "#app/core/values/currency.ts";

/** What every screen needs of the shop: to write money and times as the merchant reads them. */
export interface ScreenShop {
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
}
