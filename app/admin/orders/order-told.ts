import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Decision, GuardVerdict, Verdict } from "#app/core/decision/decision.ts";
import type { Reached } from "#app/core/decision/reached-on.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { DecisionId, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";

/** Everything we know about one order; its screen puts it into words. */
export interface OrderTold {
  readonly shop: { readonly currency: Currency; readonly timezone: string };
  readonly order: OrderAsRead;
  /** Absent while nothing has made it up. */
  readonly outcome?: OrderOutcome | undefined;
  /** The rule that it is of, where it is of one. */
  readonly rule?: RuleId | undefined;
  /** What the thank-you page would have shown where the post-purchase page stayed shut. */
  readonly reach?: Reached | undefined;
  /** All that was decided for the purchase by step, the one of a step that stood at the step's end. */
  readonly decisions: readonly DecisionTold[];
  readonly events: readonly EventTold[];
  readonly acceptances: readonly Acceptance[];
  readonly earnings: readonly EarningEntry[];
  /** What the things are called that are spoken of here. */
  readonly names: { readonly titles: Titles; readonly rules: Readonly<Record<string, string>> };
  /** The names of the orders that it was bought in, "#1044", by their ids. */
  readonly orderNames: Readonly<Record<string, string>>;
}

export interface DecisionTold {
  readonly id: DecisionId;
  /** The page it was decided for. */
  readonly surface: Surface;
  /** 1 for the first offer. */
  readonly step: number;
  readonly at: Instant;
  readonly rulebookVersion: number;
  /** Of the purchase that it was decided for. */
  readonly total: Money;
  readonly decision: Decision;
  readonly why: WhyTold;
}

export type WhyTold =
  | {
      readonly kind: "rules";
      /** How many rules fitted and could be shown. */
      readonly fitting: number;
      /** Every rule that came near, then some of those that did not fit. */
      readonly verdicts: readonly Verdict[];
      /** More that came near, without their conditions: what is said of a rule may name them. */
      readonly others: readonly Verdict[];
      /** Rules that are not listed. */
      readonly unlisted: number;
      /** Recomputed, it is decided otherwise than it was. */
      readonly differs: boolean;
    }
  | {
      readonly kind: "step";
      readonly after: "accepted" | "declined";
      /** Why products were not offered, and the rule's limit if it was reached. */
      readonly tried: readonly { readonly guard: GuardVerdict }[];
      readonly differs: boolean;
    }
  | { readonly kind: "lost" };

export interface EventTold {
  readonly surface: Surface;
  readonly step: number;
  readonly kind: "impression" | "decline" | "applied" | "unavailable" | "accept" | "undo";
  readonly at: Instant;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** One offer's place: a step of a page. */
export interface Place {
  readonly surface: Surface;
  readonly step: number;
}

/** The decisions of one place, the one that stood last. */
export function decisionsAt(
  { decisions }: Pick<OrderTold, "decisions">,
  { surface, step }: Place,
): readonly DecisionTold[] {
  return decisions.filter((decision) => decision.surface === surface && decision.step === step);
}

/** In the order in which a shopper meets them. */
const PAGES: readonly Surface[] = ["cart", "checkout", "post-purchase", "thank-you", "order-status", "email"];

/** Everywhere something was decided, told or accepted, in that order. */
export function placesOf({
  decisions,
  events,
  acceptances,
}: Pick<OrderTold, "decisions" | "events" | "acceptances">): Place[] {
  const told = [...decisions, ...events, ...acceptances];
  return PAGES.flatMap((surface) => {
    const steps = new Set(told.filter((one) => one.surface === surface).map(({ step }) => step));
    return [...steps].sort((left, right) => left - right).map((step) => ({ surface, step }));
  });
}
