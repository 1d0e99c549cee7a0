import type { Surface } from "../facts/facts.ts";
import type { DecisionId, ProductId, RuleId } from "../values/ids.ts";

/** What one purchase was shown and has answered so far, on all its pages. */
export interface EarlierAnswers {
  /** The yeses that stand. */
  readonly accepted: readonly AcceptedBefore[];
  /** What its pages told, oldest first. */
  readonly told: readonly ToldBefore[];
  /** The offers that were decided for it, the one that was asked for last at the end. */
  readonly shown: readonly ShownBefore[];
}

interface AcceptedBefore {
  readonly surface: Surface;
  readonly step: number;
  readonly rule: RuleId;
  readonly products: readonly ProductId[];
  /** The name of the order that it was bought in, "#1044"; absent until that is known. */
  readonly order?: string;
}

interface ToldBefore {
  readonly surface: Surface;
  readonly step: number;
  readonly kind: "impression" | "decline" | "undo";
  readonly rule?: RuleId;
}

interface ShownBefore {
  readonly decision: DecisionId;
  readonly surface: Surface;
  readonly step: number;
  /** Of the rulebook. */
  readonly version: number;
  readonly rule: RuleId;
  readonly products: readonly ProductId[];
}

/** What became of the offer of a page. */
export type AnsweredHere =
  | { readonly answer: "accepted"; readonly products: readonly ProductId[]; readonly order?: string }
  | { readonly answer: "declined" };

/** Where on a rule's path a purchase goes on that said no before, on the post-purchase page. */
export interface GoingOn {
  readonly rule: RuleId;
  readonly version: number;
  /** What was declined last. */
  readonly decision: DecisionId;
  readonly step: number;
  /** The answers that lead to it: at least one. */
  readonly after: readonly ("accepted" | "declined")[];
  /** Accepted or declined on the way. */
  readonly taken: readonly ProductId[];
}

/** Thank-you is shown once, and whoever comes back meets order status: an answer to one is an answer to the other. */
const AFTER_PAYMENT: readonly Surface[] = ["thank-you", "order-status"];

/** The pages that show one and the same offer, the first of them first. */
export function pagesWith(surface: Surface): readonly Surface[] {
  return AFTER_PAYMENT.includes(surface) ? AFTER_PAYMENT : [surface];
}

/** Undefined while the page's offer has no answer. What was taken out of the cart again may be put in again. */
export function answeredOn(surface: Surface, { accepted, told }: EarlierAnswers): AnsweredHere | undefined {
  const pages = pagesWith(surface);
  const yes = accepted.find((one) => pages.includes(one.surface));
  if (yes) return { answer: "accepted", products: yes.products, ...(yes.order && { order: yes.order }) };
  const no = told.some(({ kind, surface: page }) => kind === "decline" && pages.includes(page));
  return no ? { answer: "declined" } : undefined;
}

/** Products that are not offered on this page any more: those of every yes, and of every no on the pages before it. */
export function takenBefore(surface: Surface, { accepted, told, shown }: EarlierAnswers): ProductId[] {
  const pages = pagesWith(surface);
  const declined = told
    .filter((one) => one.kind === "decline" || (one.kind === "undo" && !pages.includes(one.surface)))
    .flatMap((no) =>
      shown.filter(
        (offer) => pagesWith(no.surface).includes(offer.surface) && offer.step === no.step && offer.rule === no.rule,
      ),
    );
  return [...new Set([...accepted, ...declined].flatMap(({ products }) => products))].sort();
}

/**
 * What follows the last no of the post-purchase page, if it was not shown there: it comes first on the pages after it.
 * Undefined where the last answer was a yes, or nothing was said there.
 */
export function goingOn({ accepted, told, shown }: EarlierAnswers): GoingOn | undefined {
  const here = <One extends { readonly surface: Surface }>(one: One) => one.surface === "post-purchase";
  const yeses = accepted.filter(here);
  const noes = told.filter((one) => here(one) && one.kind === "decline");
  const last = Math.max(0, ...noes.map(({ step }) => step));
  const wasSeen = told.some((one) => here(one) && one.kind === "impression" && one.step > last);
  if (last === 0 || wasSeen || yeses.some(({ step }) => step >= last)) return undefined;
  const steps = Array.from({ length: last }, (_, index) => index + 1);
  const offers = steps.map((step) => shown.findLast((offer) => here(offer) && offer.step === step));
  const declined = offers.at(-1);
  if (!declined || offers.some((offer) => offer?.rule !== declined.rule)) return undefined;
  const yesTo = (step: number) => yeses.find((one) => one.step === step);
  return {
    rule: declined.rule,
    version: declined.version,
    decision: declined.decision,
    step: last + 1,
    after: steps.map((step) => (yesTo(step) ? "accepted" : "declined")),
    taken: steps.flatMap((step, index) => yesTo(step)?.products ?? offers[index]?.products ?? []),
  };
}
