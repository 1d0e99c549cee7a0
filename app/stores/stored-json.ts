import type { Prisma } from "@prisma/client";
import type { Currency } from "#app/core/values/currency.ts";
import { type Money, money } from "#app/core/values/money.ts";

/**
 * A value as a jsonb column takes it. U+0000 and lone surrogates, which PostgreSQL refuses and a shopper's browser may
 * send, become U+FFFD; properties that are undefined are left out. Source: postgresql.org/docs/18/datatype-json.html
 */
export function jsonToStore(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(jsonTextToStore(value)) as Prisma.InputJsonValue;
}

/** The same as text, for raw SQL with a `::jsonb` cast. */
export function jsonTextToStore(value: unknown): string {
  // JSON.stringify writes only lone surrogates as \ud800…\udfff; an escaped backslash before `u` is left alone.
  return (JSON.stringify(value) ?? "null").replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, "$1\\ufffd");
}

/** A document of our own writing, read back as what it was written from. */
export function storedAs<T>(stored: Prisma.JsonValue): T {
  return stored as unknown as T;
}

export function storedMoney(minor: bigint | number, currency: string): Money {
  return money(Number(minor), currency as Currency);
}
