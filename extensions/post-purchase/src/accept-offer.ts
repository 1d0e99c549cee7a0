import type { AcceptAnswer, AcceptRequest, OfferView } from "#app/contracts/post-purchase.ts";
import { type Asked, askApp } from "#extensions/shared/ask-app.ts";
import { minorOf } from "#extensions/shared/format-money.ts";
import { within } from "#extensions/shared/within.ts";
import type { Applied, CalculatedPurchase, Calculation, RenderApi } from "./page.ts";

const APP_ANSWERS_WITHIN = 10_000;
const CALCULATES_WITHIN = 10_000;
/** Charging a card takes its time; after this nobody can say here what became of it. */
const CHARGES_WITHIN = 45_000;

/** Why an acceptance ended without the product in the order; the same words as in `Words`. */
type Ending = "cardDeclined" | "soldOut" | "closed" | "unknown";

/** What came of one press on accept. `applied` is what Shopify said, where it came that far. */
export type AcceptOutcome =
  | { kind: "added"; applied: Applied }
  | { kind: "ended"; ending: Ending; applied?: Applied }
  /** Nothing was charged; the same press again is safe: it leads to the same changeset, which applies once. */
  | { kind: "again"; applied?: Applied }
  /** Nothing was kept or charged: the offer as it stands now. */
  | { kind: "price-changed"; offer: OfferView }
  /** Nothing was charged: it would cost more than was shown. */
  | { kind: "total-higher"; purchase: CalculatedPurchase };

/**
 * Has the app sign the pick, has Shopify calculate the signed changeset, and applies it only if that costs no more than
 * `shownMinor` (minor units), the total that the shopper saw. Never rejects.
 */
export async function acceptOffer(api: RenderApi, request: AcceptRequest, shownMinor: number): Promise<AcceptOutcome> {
  const asked = await askApp<AcceptAnswer>({
    path: "/api/v1/post-purchase/accept",
    token: api.inputData.token,
    body: request,
    milliseconds: APP_ANSWERS_WITHIN,
  });
  if (asked.kind !== "answered") return mayAskAgain(asked) ? { kind: "again" } : { kind: "ended", ending: "closed" };
  const { answer } = asked;
  if (answer.kind === "price-changed") return { kind: "price-changed", offer: answer.offer };
  if (answer.kind === "unavailable") return { kind: "ended", ending: "soldOut" };

  const calculation = await settled(CALCULATES_WITHIN, () => api.calculateChangeset(answer.changeset));
  if (!calculation) return { kind: "again" };
  if (calculation.status === "processed") {
    const { amount, currencyCode } = calculation.calculatedPurchase.totalOutstandingSet.presentmentMoney;
    if (minorOf(amount, currencyCode) > shownMinor) {
      return { kind: "total-higher", purchase: calculation.calculatedPurchase };
    }
  } else {
    const refused = outcomeOf(calculation);
    if (refused) return refused;
  }
  return applyOnce(api, answer.changeset);
}

async function applyOnce(api: RenderApi, changeset: string): Promise<AcceptOutcome> {
  const applied = await settled(CHARGES_WITHIN, () => api.applyChangeset(changeset));
  if (!applied) return { kind: "ended", ending: "unknown" };
  // Partially processed: the order was edited and the charge failed. Nothing to be done here but to go on.
  if (applied.status !== "unprocessed" || has(applied, "changeset_already_applied")) return { kind: "added", applied };
  const refused = outcomeOf(applied) ?? { kind: "ended", ending: "closed" };
  return Object.assign({ applied }, refused);
}

/** What the page's own call answers, or undefined when it fails or takes too long. */
async function settled<Answer>(milliseconds: number, call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    const answer = await within(milliseconds, call());
    return answer === "late" ? undefined : answer;
  } catch {
    return undefined;
  }
}

type Refused = { kind: "ended"; ending: Ending } | { kind: "again" };

/** Undefined for a changeset that was applied before: applying it again says so, and that counts as added. */
function outcomeOf(result: Calculation | Applied): Refused | undefined {
  if (has(result, "changeset_already_applied")) return undefined;
  if (has(result, "payment_required") || has(result, "unsupported_payment_method")) {
    return { kind: "ended", ending: "cardDeclined" };
  }
  if (has(result, "insufficient_inventory")) return { kind: "ended", ending: "soldOut" };
  return has(result, "server_error") ? { kind: "again" } : { kind: "ended", ending: "closed" };
}

export function has(result: Calculation | Applied, code: Applied["errors"][number]["code"]): boolean {
  return result.errors.some((error) => error.code === code);
}

/** Too many requests, the app's own trouble, or no answer at all; any other refusal will not change. */
function mayAskAgain(asked: Asked<AcceptAnswer>): boolean {
  return asked.kind === "unreached" || (asked.kind === "refused" && (asked.status === 429 || asked.status >= 500));
}
