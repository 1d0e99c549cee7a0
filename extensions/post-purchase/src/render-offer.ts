import type { OfferView } from "#app/contracts/post-purchase.ts";
import { moneyFormat } from "#extensions/shared/format-money.ts";
import { within } from "#extensions/shared/within.ts";
import { type AcceptOutcome, acceptOffer, has } from "./accept-offer.ts";
import { drawEnding } from "./ending-screen.ts";
import { nothingKept, readKeptOffer } from "./kept-offer.ts";
import { summarize } from "./money-summary.ts";
import { drawOffer, type OfferState } from "./offer-screen.ts";
import type { CalculatedPurchase, RenderApi, Root } from "./page.ts";
import { changesetOf, firstPick, type Pick, samePick } from "./pick.ts";
import { tellApp, tellAppAndLeave } from "./tell-app.ts";
import { wordsFor } from "./words.ts";

const CALCULATES_WITHIN = 10_000;
const STORES_WITHIN = 400;

/** Shows the offer that ShouldRender kept; without one, or when drawing fails, the shopper goes straight on. */
export function renderOffer(root: Root, api: RenderApi): void {
  try {
    const offer = readKeptOffer(api.storage.initialData);
    const pick = offer && firstPick(offer);
    if (offer && pick) {
      offerToShopper(root, api, offer, pick);
      return;
    }
  } catch {
    // Whatever it was, the order is paid and must be reachable.
  }
  leave(api);
}

/** Goes on to the thank-you page. Fails silently: the page's own header leads there too. */
async function leave(api: RenderApi): Promise<void> {
  try {
    await api.done();
  } catch {
    // Nothing more can be done from here.
  }
}

function offerToShopper(root: Root, api: RenderApi, firstOffer: OfferView, first: Pick): void {
  const { token, locale } = api.inputData;
  const words = wordsFor(locale);
  const format = moneyFormat(locale);
  const recalculate = guarded(calculate, words.noTotal);
  const actions = { pick, accept: guarded(accept, words.unknown), decline: guarded(decline, words.closed) };

  let offer = firstOffer;
  let state: OfferState = { pick: first, total: undefined };
  let calculations = 0;
  let show = drawOffer(root, offer, words, format, actions);

  change({});
  tellApp(token, { kind: "impression", ticket: offer.ticket });
  recalculate();

  function change(changed: Partial<OfferState>): void {
    state = { ...state, ...changed };
    show(state);
  }

  function end(sentence: string): void {
    drawEnding(root, sentence, words, () => leave(api));
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
          await leave(api);
        }
      }
    };
  }

  function pick(picked: Pick): void {
    if (state.working || state.pickIsKept) return;
    change({ pick: picked, notice: undefined });
    recalculate();
  }

  function summaryOf(purchase: CalculatedPurchase) {
    return summarize(purchase, state.pick, offer.productTitle, words, format);
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
    } else if (offer.variants.length > 1 || state.pick.quantity > 1) {
      change({ total: "none", notice: words.fewerLeft });
    } else {
      end(words.soldOut);
    }
  }

  async function accept(): Promise<void> {
    if (state.working || typeof state.total !== "object") return;
    change({ working: "adding", notice: undefined });
    const { variant, quantity } = state.pick;
    const request = { ticket: offer.ticket, variantId: variant.variantId, quantity };
    const outcome = await acceptOffer(api, request, state.total.payNowMinor);
    if (outcome.kind === "added") return finish(outcome);
    if ("applied" in outcome && outcome.applied) tellApplied(outcome.applied);
    if (outcome.kind === "ended") return end(words[outcome.ending]);
    if (outcome.kind === "again") return change({ working: undefined, pickIsKept: true, notice: words.tryAgain });
    if (outcome.kind === "price-changed") return offerAnew(outcome.offer);
    const total = summaryOf(outcome.purchase);
    change({ working: undefined, pickIsKept: true, total, notice: words.totalChanged(total.payNow) });
  }

  function offerAnew(changed: OfferView): void {
    const again = samePick(state.pick, changed);
    if (!again) {
      end(words.soldOut);
      return;
    }
    offer = changed;
    state = { pick: again, total: undefined, notice: words.priceChanged };
    show = drawOffer(root, offer, words, format, actions);
    recalculate();
  }

  async function finish({ applied }: Extract<AcceptOutcome, { kind: "added" }>): Promise<void> {
    try {
      await Promise.all([tellApplied(applied), within(STORES_WITHIN, api.storage.update(nothingKept))]);
    } finally {
      await leave(api);
    }
  }

  function tellApplied({ status, errors }: Extract<AcceptOutcome, { kind: "added" }>["applied"]): Promise<void> {
    return tellAppAndLeave(token, {
      kind: "applied",
      ticket: offer.ticket,
      status,
      errors: errors.map(({ code }) => code),
    });
  }

  async function decline(): Promise<void> {
    if (state.working) return;
    try {
      change({ working: "leaving" });
      await tellAppAndLeave(token, { kind: "decline", ticket: offer.ticket });
    } finally {
      await leave(api);
    }
  }
}
