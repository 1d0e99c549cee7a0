import type { OfferView } from "#app/contracts/post-purchase.ts";
import { within } from "#extensions/shared/within.ts";
import { type Kept, readKept } from "./kept-offer.ts";
import { languageOf } from "./language.ts";
import type { News } from "./offer-screen.ts";
import { type Answered, appliedEvent, type Page, showOffer } from "./offer-step.ts";
import type { RenderApi, Root } from "./page.ts";
import { firstPick, itemsOf, nameOf } from "./pick.ts";
import { tellForNext } from "./tell-app.ts";
import { say } from "./words.ts";

const STORES_WITHIN = 400;
/**
 * Shopify applies at most three changesets to a purchase.
 * Source: shopify.dev/docs/apps/build/checkout/product-offers/ux-for-post-purchase-product-offers.
 */
const ACCEPTS_MOST = 3;

/** Shows the offer that ShouldRender kept and what follows it; without one, or when drawing fails, goes straight on. */
export function renderOffer(root: Root, api: RenderApi): void {
  try {
    const { offer, accepted, words } = readKept(api.storage.initialData);
    const language = languageOf(api.inputData.locale, words);
    walkPath({ root, api, language, leave: () => leave(api) }, offer, accepted ?? 0);
  } catch {
    // Whatever it was, the order is paid and must be reachable.
    leave(api);
  }
}

/** Goes on to the thank-you page. Fails silently: the page's own header leads there too. */
async function leave(api: RenderApi): Promise<void> {
  try {
    await api.done();
  } catch {
    // Nothing more can be done from here.
  }
}

/** From this offer on, the answer to each leading to the next or to the thank-you page. `accepted` counts the yeses before. */
function walkPath(page: Page, offer: OfferView | undefined, accepted: number, news?: News): void {
  const { api, language } = page;
  const pick = offer && firstPick(offer);
  if (!offer || !pick) {
    page.leave();
    return;
  }
  const answered: Answered = {
    accepted: (offer, pick, applied) =>
      goOn(accepted + 1, async () => {
        const mayFollow =
          offer.follows.accepted &&
          applied.status === "processed" &&
          applied.changesetApplicationsRemaining !== 0 &&
          accepted + 1 < ACCEPTS_MOST;
        const told = tellForNext(api.inputData.token, appliedEvent(offer, applied), mayFollow);
        // The same page opened again must not offer it again.
        await keep(api, {});
        const names = itemsOf(offer, pick).map(({ product }) => nameOf(product));
        return [await told, { status: "success", sentence: say(language.words.added, names.join(", ")) }];
      }),
    declined: (offer) =>
      goOn(accepted, async () => {
        const event = { kind: "decline" as const, ticket: offer.ticket };
        const next = await tellForNext(api.inputData.token, event, offer.follows.declined);
        return [next, { status: "info", sentence: language.words.notAdded }];
      }),
  };
  showOffer(page, offer, pick, answered, news);

  async function goOn(count: number, ask: () => Promise<[OfferView | undefined, News]>): Promise<void> {
    try {
      const [next, about] = await ask();
      if (next) keep(api, { offer: next, accepted: count, words: language.sent });
      walkPath(page, next, count, about);
    } catch {
      await page.leave();
    }
  }
}

/** Never rejects: a page that can't keep anything goes on all the same. */
async function keep(api: RenderApi, kept: Kept): Promise<void> {
  await within(STORES_WITHIN, api.storage.update(kept)).catch(() => undefined);
}
