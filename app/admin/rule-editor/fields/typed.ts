import type { Currency } from "#app/core/values/currency.ts";
import { minorDigitsOf } from "#app/core/values/currency.ts";
import { decimalOf, moneyFromDecimal } from "#app/core/values/money.ts";

/** What ends so is one to some and a thousand to others: "1,000". */
const LIKE_THOUSANDS = /[.,]\d{3}$/;

/**
 * "12.5", "12,5" → 12.5; the text itself where it is no number, or one to some and another to others, so that nothing typed
 * is lost and the validator names it.
 */
export function numberTyped(text: string): number | string {
  const plain = text.trim().replace(",", ".");
  if (LIKE_THOUSANDS.test(plain)) return text;
  return /^\d{1,9}(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/**
 * "12.75" or "12,75" in GBP → 1275, in the currency's minor unit; the text itself where it is no amount. "1,000" is none:
 * to some it is one pound and to others a thousand.
 */
export function minorTyped(text: string, currency: Currency): number | string {
  const plain = text.trim();
  if (LIKE_THOUSANDS.test(plain) && minorDigitsOf(currency) < 3) return text;
  return moneyFromDecimal(plain.replace(",", "."), currency)?.minor ?? text;
}

/** What a field for a number shows of what stands in the rule. */
export function numberShown(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

/** 1275 GBP → "12.75" */
export function minorShown(value: unknown, currency: Currency): string {
  return Number.isSafeInteger(value) ? decimalOf({ minor: value as number, currency }) : numberShown(value);
}
