import { type Currency, minorDigitsOf } from "./currency.ts";
import { invariant } from "./invariant.ts";

/** An amount in the currency's minor unit (pence, yen, fils): a safe integer, never a float. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Throws when `minor` is not a safe integer: a bug in the caller, never a user's mistake. */
export function money(minor: number, currency: Currency): Money {
  invariant(Number.isSafeInteger(minor), `no safe integer: ${minor}`);
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0, currency };
}

/** Throws when the currencies differ: amounts of two currencies have no sum. */
export function plus(left: Money, right: Money): Money {
  return money(left.minor + sameCurrency(left, right).minor, left.currency);
}

export function minus(left: Money, right: Money): Money {
  return money(left.minor - sameCurrency(left, right).minor, left.currency);
}

/** `quantity` is a whole number of pieces. */
export function times(price: Money, quantity: number): Money {
  invariant(Number.isInteger(quantity), `no whole number: ${quantity}`);
  return money(price.minor * quantity, price.currency);
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(plus, zero(currency));
}

export function isMoreThan(amount: Money, other: Money): boolean {
  return amount.minor > sameCurrency(amount, other).minor;
}

/**
 * The part of `amount` that `percent` (0…100, at most two decimals) makes, rounded half away from zero to the minor
 * unit. Exact: percent is taken in hundredths and the product in integers, so 15 % of £12.75 is £1.91, never £1.9125.
 */
export function percentOf(amount: Money, percent: number): Money {
  const hundredths = Math.round(percent * 100);
  invariant(hundredths >= 0 && hundredths <= 10_000, `no percentage: ${percent}`);
  const product = BigInt(amount.minor) * BigInt(hundredths);
  const half = BigInt(product < 0 ? -5_000 : 5_000);
  return money(Number((product + half) / BigInt(10_000)), amount.currency);
}

/**
 * The amount in as many parts as there are weights (0 or more, not all 0), in proportion to them: the parts add up to it
 * exactly. Each is rounded down, and what is left over goes, a minor unit each, to those that lost most by it, the first
 * of equals first.
 */
export function split(amount: Money, weights: readonly number[]): Money[] {
  const whole = weights.reduce((total, weight) => total + BigInt(weight), BigInt(0));
  const shares = weights.map((weight) => BigInt(amount.minor) * BigInt(weight));
  const parts = shares.map((share) => Number(share / whole));
  const lost = shares
    .map((share, index) => ({ index, by: share % whole }))
    .sort((a, b) => Number(b.by - a.by) || a.index - b.index);
  const left = amount.minor - parts.reduce((total, part) => total + part, 0);
  for (const { index } of lost.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => money(part, amount.currency));
}

/**
 * "12.75" in GBP → 1275. Undefined when the text is not a plain decimal or has more decimals than the currency's minor
 * unit (trailing zeros are fine): a price we cannot represent exactly is a price we do not know.
 */
export function moneyFromDecimal(amount: string, currency: Currency): Money | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount.trim());
  if (!parts) return undefined;
  const digits = minorDigitsOf(currency);
  const decimals = (parts[3] ?? "").replace(/0+$/, "");
  if (decimals.length > digits) return undefined;
  const minor = Number(`${parts[2]}${decimals.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor: parts[1] && minor !== 0 ? -minor : minor, currency };
}

/** 1275 GBP → "12.75": the decimal text Shopify's APIs take. */
export function decimalOf({ minor, currency }: Money): string {
  const digits = minorDigitsOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function sameCurrency(left: Money, right: Money): Money {
  invariant(left.currency === right.currency, `${left.currency} with ${right.currency}`);
  return right;
}
