import { firstMinute } from "./periods.ts";
import type { Reading } from "./reading.ts";

/** For records whose `atLeast` and `atMost` are bounds: one of them must be there, the first not above the second. */
export const range = {
  check: ({ atLeast, atMost }: { readonly atLeast?: unknown; readonly atMost?: unknown }, reading: Reading): void => {
    if (reading.at("atLeast").isAbsent && reading.at("atMost").isAbsent) {
      reading.wrong("problem.range.empty");
    }
    if (atLeast === undefined || atMost === undefined) return;
    if (currencyOf(atLeast) !== currencyOf(atMost)) {
      reading.at("atMost").at("currency").wrong("problem.range.currencies");
    } else if (numberIn(atLeast) > numberIn(atMost)) {
      reading.at("atMost").wrong("problem.range.reversed");
    }
  },
  schema: { anyOf: [{ required: ["atLeast"] }, { required: ["atMost"] }] },
};

/** For records whose `from` and `until` are moments of the shop: one of them must be there, and the second after the first. */
export const period = {
  check: ({ from, until }: { readonly from?: unknown; readonly until?: unknown }, reading: Reading): void => {
    if (reading.at("from").isAbsent && reading.at("until").isAbsent) reading.wrong("problem.period.empty");
    const isEmpty = typeof from === "string" && typeof until === "string" && firstMinute(until) <= firstMinute(from);
    if (isEmpty) reading.at("until").wrong("problem.period.reversed");
  },
  schema: { anyOf: [{ required: ["from"] }, { required: ["until"] }] },
};

/** Bounds are numbers or amounts of money. */
const isAmount = (bound: unknown): bound is { readonly minor: number; readonly currency: string } =>
  typeof bound === "object" && bound !== null && "minor" in bound;

const numberIn = (bound: unknown): number => (isAmount(bound) ? bound.minor : Number(bound));
const currencyOf = (bound: unknown): string | undefined => (isAmount(bound) ? bound.currency : undefined);
