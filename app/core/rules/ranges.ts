import type { Reading } from "./reading.ts";

/** For records whose `atLeast` and `atMost` are bounds: one of them must be there, the first not above the second. */
export const range = {
  check: ({ atLeast, atMost }: { readonly atLeast?: unknown; readonly atMost?: unknown }, reading: Reading): void => {
    if (reading.at("atLeast").isAbsent && reading.at("atMost").isAbsent) {
      reading.wrong("Say at least how much, at most how much, or both.");
    }
    if (atLeast === undefined || atMost === undefined) return;
    if (currencyOf(atLeast) !== currencyOf(atMost)) {
      reading.at("atMost").at("currency").wrong("Both bounds must be in one currency.");
    } else if (numberIn(atLeast) > numberIn(atMost)) {
      reading.at("atMost").wrong("Nothing is at least the first and at most the second: the second must not be lower.");
    }
  },
  schema: { anyOf: [{ required: ["atLeast"] }, { required: ["atMost"] }] },
};

/** For records whose `from` and `until` are moments of the shop: one of them must be there, and the second after the first. */
export const period = {
  check: ({ from, until }: { readonly from?: unknown; readonly until?: unknown }, reading: Reading): void => {
    if (reading.at("from").isAbsent && reading.at("until").isAbsent)
      reading.wrong("Say from when, until when, or both.");
    const isEmpty = typeof from === "string" && typeof until === "string" && firstMinute(until) <= firstMinute(from);
    if (isEmpty) reading.at("until").wrong("It would end before it begins: the end must be later.");
  },
  schema: { anyOf: [{ required: ["from"] }, { required: ["until"] }] },
};

/** Bounds are numbers or amounts of money. */
const isAmount = (bound: unknown): bound is { readonly minor: number; readonly currency: string } =>
  typeof bound === "object" && bound !== null && "minor" in bound;

const numberIn = (bound: unknown): number => (isAmount(bound) ? bound.minor : Number(bound));
const currencyOf = (bound: unknown): string | undefined => (isAmount(bound) ? bound.currency : undefined);

/** "2026-11-27" → "2026-11-27T00:00": as texts they stand in the order of time. */
const firstMinute = (moment: string) => (moment.length === 10 ? `${moment}T00:00` : moment);
