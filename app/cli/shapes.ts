import { anyText, currencyCode } from "#app/core/rules/plain-shapes.ts";
import { record, type Shape } from "#app/core/rules/shapes.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { type Instant, parseInstant } from "#app/core/values/instant.ts";
import { type Money, moneyFromDecimal } from "#app/core/values/money.ts";

/** How catalogues and purchases are written: Shopify's words, its ids, amounts as decimal text. */

/** Whose id it is. */
type Identified = "product" | "variant" | "collection" | "customer" | "selling-plan";

/** A number of Shopify's as text, as a number, or as "gid://shopify/Product/40123": 40123 for all three. */
export function shopifyId<Id extends string>(what: Identified): Shape<Id> {
  return {
    read: (reading) => {
      const { value } = reading;
      const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
      const number =
        typeof text === "string" ? /^(?:gid:\/\/shopify\/[A-Za-z]+\/)?(\d{1,20})$/.exec(text)?.[1] : undefined;
      return number ? (number as Id) : reading.wrong({ message: "problem.shopify-id", values: { what } });
    },
    schema: { type: ["string", "integer"] },
  };
}

/** "12.75": never negative, no more decimals than the currency has. */
export function decimalAmount(currency: Currency): Shape<Money> {
  return {
    read: (reading) => {
      const amount = typeof reading.value === "string" ? moneyFromDecimal(reading.value, currency) : undefined;
      return amount && amount.minor >= 0
        ? amount
        : reading.wrong({ message: "problem.decimal-amount", values: { currency } });
    },
    schema: { type: "string", pattern: "^\\d{1,15}(\\.\\d+)?$" },
  };
}

const amountAndCode = record("problem.part.amount", {
  amount: anyText(),
  currencyCode,
});

/** {"amount": "12.75", "currencyCode": "EUR"}, for an amount that need not be in the shop's currency. */
export const amountInCurrency: Shape<Money> = {
  read: (reading) => {
    const read = amountAndCode.read(reading);
    return read && decimalAmount(read.currencyCode).read(reading.at("amount"));
  },
  schema: amountAndCode.schema,
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** "2026-11-27T10:00:00Z": whole, with its zone, so that it is the same moment wherever it is read. */
export function instantOf(text: string): Instant | undefined {
  return MOMENT.test(text) ? parseInstant(text) : undefined;
}

export const moment: Shape<Instant> = {
  read: (reading) =>
    (typeof reading.value === "string" ? instantOf(reading.value) : undefined) ??
    reading.wrong("problem.purchase.moment"),
  schema: { type: "string", format: "date-time" },
};

/** The document without what is null: Shopify writes null for what it does not know, we leave such a field out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const known = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(known.map(([name, field]) => [name, withoutNulls(field)]));
}
