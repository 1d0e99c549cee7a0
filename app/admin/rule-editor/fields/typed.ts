import type { Currency } from "#app/core/values/currency.ts";
import { minorDigitsOf } from "#app/core/values/currency.ts";
import { decimalOf, moneyFromDecimal } from "#app/core/values/money.ts";
import type { DecimalMark } from "../../format.tsx";

/** One number to some and another to others: "1,234". */
const TWO_NUMBERS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Spaces and apostrophes part thousands, whoever writes them. */
const SPACED_THOUSANDS = /^[1-9]\d{0,2}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?=[.,]|$)/;
const THOUSANDS_BY_POINTS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const THOUSANDS_BY_COMMAS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/** Whether what was typed, "1,234", could be either of two numbers. */
export function isTwoNumbers(text: string): boolean {
  return TWO_NUMBERS.test(text.trim());
}

/**
 * "12.5", "12,5" → 12.5 and "1.234,5", "1,234.5", "1 234,5" → 1234.5; the text itself where it is no number or could be
 * two, so that nothing typed is lost and the validator names it.
 */
export function numberTyped(text: string): number | string {
  const plain = decimalTyped(text);
  return plain !== undefined && /^\d{1,9}(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/**
 * "12.75" or "12,75" in GBP → 1275, in the currency's minor unit; the text itself where it is no amount or could be two.
 * `mark` is the merchant's own: where a currency has three decimals, it parts those and the other one thousands.
 */
export function minorTyped(text: string, currency: Currency, mark: DecimalMark): number | string {
  const plain = decimalTyped(text, minorDigitsOf(currency) < 3 ? undefined : mark);
  return (plain === undefined ? undefined : moneyFromDecimal(plain, currency)?.minor) ?? text;
}

/** What a field for a number shows of what stands in the rule: 12.5 → "12,5" in German. */
export function numberShown(value: unknown, mark: DecimalMark): string {
  if (typeof value === "number") return String(value).replace(".", mark);
  return typeof value === "string" ? value : "";
}

/** 1275 GBP → "12.75", "12,75" in German. */
export function minorShown(value: unknown, currency: Currency, mark: DecimalMark): string {
  if (!Number.isSafeInteger(value)) return numberShown(value, mark);
  return decimalOf({ minor: value as number, currency }).replace(".", mark);
}

/** Without marks for thousands, and with a point before the decimals. Undefined where it could be two numbers. */
function decimalTyped(text: string, beforeThree?: DecimalMark): string | undefined {
  const plain = text.trim().replace(SPACED_THOUSANDS, (whole) => whole.replace(/\D/g, ""));
  if (isTwoNumbers(plain)) {
    return beforeThree && plain.includes(beforeThree) ? plain.replace(",", ".") : undefined;
  }
  if (THOUSANDS_BY_POINTS.test(plain)) return plain.replaceAll(".", "").replace(",", ".");
  if (THOUSANDS_BY_COMMAS.test(plain)) return plain.replaceAll(",", "");
  return plain.replace(",", ".");
}
