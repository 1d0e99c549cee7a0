import type { PurchaseBody, SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import { decideHere } from "#app/core/extract/decide-here.ts";
import { factsOf } from "#app/core/extract/facts-of.ts";
import { priceIn } from "#app/core/extract/live-prices.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { parseCurrency } from "#app/core/values/currency.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { askToDecide } from "./ask-encore.ts";
import { livePrices } from "./live-prices.ts";
import type { Place } from "./page.ts";
import { type Extracts, readExtracts } from "./read-extracts.ts";

/**
 * Which offer fits this purchase, at the shopper's own prices: decided here by the shop's metafields, and by the app where
 * they say that only it knows, or can't be read. When the app is silent, what needs nothing from it stands.
 */
export async function decideAtPage(place: Place, purchase: PurchaseBody, at: number): Promise<SurfaceDecideAnswer> {
  const { page, surface } = place;
  const extracts = readExtracts(page.appMetafields.value);
  const early = !extracts || extracts.shop.asksApp.includes(surface) ? askToDecide(place, purchase) : undefined;
  const live = await livePrices(page, extracts ? variantsIn(extracts) : []);
  const here =
    extracts && decideHere(extracts, factsOf(purchase, page.shop.myshopifyDomain as Shop, surface, at), live);
  const answer = await (early ?? (here?.isCertain ? undefined : askToDecide(place, purchase)));
  if (!answer) return here ?? { kind: "nothing" };
  if (answer.kind !== "show") return answer;
  const offer = await atBuyersPrices(place, answer.offer, live);
  return offer ? { kind: "show", offer } : { kind: "nothing" };
}

/** The app prices in the shop's money: the shopper's own prices take their place, read now where they were not yet. */
async function atBuyersPrices(
  { page }: Place,
  offer: SurfaceOffer,
  known: Awaited<ReturnType<typeof livePrices>>,
): Promise<SurfaceOffer | undefined> {
  const currency = parseCurrency(page.localization.currency.value.isoCode);
  const ids = offer.products.flatMap(({ variants }) => variants.map(({ variantId }) => variantId));
  const live = ids.every((id) => known.has(id)) ? known : await livePrices(page, ids);
  return currency && priceIn(offer, live, currency);
}

function variantsIn({ shop, products }: Extracts): string[] {
  return [shop, ...products].flatMap((part) =>
    part.products.flatMap(({ variants }) => variants.map(({ id }): string => id)),
  );
}
