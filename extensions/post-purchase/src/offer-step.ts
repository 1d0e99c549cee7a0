import type { OfferView } from "#app/contracts/post-purchase.ts";
import { within } from "#extensions/shared/within.ts";
import { acceptOffer, has } from "./accept-offer.ts";
import { changesetOf } from "./changeset.ts";
import { drawEnding } from "./ending-screen.ts";
import type { Language } from "./language.ts";
import { summarize } from "./money-summary.ts";
import { drawOffer, type News, type OfferState } from "./offer-screen.ts";
import type { Applied, CalculatedPurchase, RenderApi, Root } from "./page.ts";
import { itemsOf, type Pick, piecesIn, samePick } from "./pick.ts";
import { tellApp } from "./tell-app.ts";
import { say } from "./words.ts";

const CALCULATES_WITHIN = 10_000;
/**
 * How long the news of the step before stands alone: long enough to be seen and told by a screen reader, for the page to
 * be at its top again, and for a second press on the button that was there to meet nothing.
 */
const NEWS_ALONE = 600;

/** Where the offers of a path are shown, one after the other. */
export interface Page {
  root: Root;
  api: RenderApi;
  language: Language;
  leave(): Promise<void>;
}

/** The shopper's answer to an offer, of which the app has not been told yet. Neither may reject. */
export interface Answered {
  accepted(offer: OfferView, pick: Pick, applied: Applied): Promise<void>;
  declined(offer: OfferView): Promise<void>;
}

/** Shows one offer until the shopper answers it, or until it has ended in a sentence and the way on. */
export function showOffer(page: Page, firstOffer: OfferView, first: Pick, answered: Answered, news?: News): void {
  const { root, api, language } = page;
  const { words } = language;
  const { token } = api.inputData;
  const recalculate = guarded(calculate, words.noTotal);
  const actions = { pick, accept: guarded(accept, words.unknown), decline: guarded(decline, words.closed) };

  let offer = firstOffer;
  let state: OfferState = { pick: first, total: undefined };
  let calculations = 0;
  let screen = drawOffer(root, offer, language, actions, news);

  change({});
  tellApp(token, { kind: "impression", ticket: offer.ticket });
  recalculate();
  if (news)
    setTimeout(
      guarded(async () => void screen.reveal(), words.closed),
      NEWS_ALONE,
    );

  function change(changed: Partial<OfferState>): void {
    state = Object.assign({}, state, changed);
    screen.show(state);
  }

  function end(sentence: string): void {
    drawEnding(root, sentence, words, page.leave);
  }

  /** A handler that, whatever throws in it, leaves the shopper with this sentence and the way on. */
  function guarded(work: () => Promise<void>, sentence: string): () => Promise<void> {
    return async () => {
      try {
        await work();
      } catch {
        try {
          end(sentence);
        } catch {
          await page.leave();
        }
      }
    };
  }

  function pick(picked: Pick | undefined): void {
    if (!picked || state.working || state.pickIsKept) return;
    change({ pick: picked, notice: undefined });
    recalculate();
  }

  function summaryOf(purchase: CalculatedPurchase) {
    return summarize(purchase, offer, state.pick, language);
  }

  /** Asks Shopify what the pick would cost. A newer question makes an older answer worthless. */
  async function calculate(): Promise<void> {
    const mine = ++calculations;
    change({ total: undefined });
    const asked = api.calculateChangeset(changesetOf(offer, state.pick, words));
    const calculation = await within(CALCULATES_WITHIN, asked).catch(() => "late" as const);
    if (mine !== calculations || state.working) return;
    if (calculation !== "late" && calculation.status === "processed") {
      change({ total: summaryOf(calculation.calculatedPurchase) });
    } else if (calculation === "late" || !has(calculation, "insufficient_inventory")) {
      end(words.noTotal);
    } else if (mayPickAnother(offer, state.pick)) {
      change({ total: "none", notice: words.fewerLeft });
    } else {
      end(words.soldOut);
    }
  }

  async function accept(): Promise<void> {
    if (state.working || typeof state.total !== "object") return;
    change({ working: "adding", notice: undefined });
    const items = itemsOf(offer, state.pick).map((item) => ({
      variantId: item.variant.variantId,
      quantity: piecesIn(item),
    }));
    const outcome = await acceptOffer(api, { ticket: offer.ticket, items }, state.total.payNowMinor);
    if (outcome.kind === "added") return answered.accepted(offer, state.pick, outcome.applied);
    if ("applied" in outcome && outcome.applied) tellApp(token, appliedEvent(offer, outcome.applied));
    if (outcome.kind === "ended") return end(words[outcome.ending]);
    if (outcome.kind === "again") return change({ working: undefined, pickIsKept: true, notice: words.tryAgain });
    if (outcome.kind === "price-changed") return offerAnew(outcome.offer);
    const total = summaryOf(outcome.purchase);
    change({ working: undefined, pickIsKept: true, total, notice: say(words.totalChanged, total.payNow) });
  }

  function offerAnew(changed: OfferView): void {
    const again = samePick(state.pick, changed);
    if (!again) {
      end(words.soldOut);
      return;
    }
    offer = changed;
    state = { pick: again, total: undefined, notice: words.priceChanged };
    screen = drawOffer(root, offer, language, actions);
    recalculate();
  }

  async function decline(): Promise<void> {
    if (state.working) return;
    try {
      change({ working: "leaving" });
    } finally {
      await answered.declined(offer);
    }
  }
}

/** Whether something else of the offer, or less of it, could be there. */
function mayPickAnother({ arrangement, products }: OfferView, { product, quantity }: Pick): boolean {
  return arrangement === "one-of" && (products.length > 1 || product.variants.length > 1 || quantity > 1);
}

/** What Shopify said to the changeset of an offer, for the app. */
export function appliedEvent({ ticket }: OfferView, { status, errors }: Applied) {
  return { kind: "applied" as const, ticket, status, errors: errors.map(({ code }) => code) };
}
