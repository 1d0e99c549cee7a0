import type { Money } from "#app/core/values/money.ts";
import { Choices } from "#extensions/shared/surface/block/choices.tsx";
import { ownWords } from "#extensions/shared/surface/block/own-words.ts";
import { cartItemsOf, nameOf, type Pick, pickedItems, pricesOf } from "#extensions/shared/surface/block/pick.ts";
import type { PresentedOffer } from "#extensions/shared/surface/block/present-offer.ts";
import { moneyOf, writeMoney } from "#extensions/shared/surface/page-money.ts";
import { type BumpLine, itemsIn, paidFor } from "./bump-lines.ts";
import type { CheckoutPage } from "./checkout-page.ts";

/** What became of the last tick. */
export type News = "added" | "removed" | "notAdded" | "notRemoved";

interface Asked {
  readonly page: CheckoutPage;
  /** What of ours is in the checkout. */
  readonly mine: readonly BumpLine[];
  readonly presented: PresentedOffer | undefined;
  readonly pick: Pick | undefined;
  /** Being done now. */
  readonly wanted: boolean | undefined;
  readonly news: News | undefined;
  onPick(pick: Pick | undefined): void;
  onTick(isTicked: boolean): void;
}

/** The line: unticked, what it adds, its price. Ticked, the price that the checkout charges. */
export function BumpView({ page, mine, presented, pick, wanted, news, onPick, onTick }: Asked) {
  const say = sayOn(page);
  const isIn = mine.length > 0;
  const offer = presented?.offer;
  const isOffers = offer !== undefined && pick !== undefined && (!isIn || isThis(mine, cartItemsOf(offer, pick)));
  const title = isOffers ? titleOf(offer, pick) : titleIn(mine);
  const offered = isOffers ? pricesOf(offer, pick) : undefined;
  const now = paidFor(mine) ?? offered?.now;
  if (!now) return null;
  // The buyer may have changed the currency since it was offered.
  const prices = offered?.now.currency === now.currency ? offered : undefined;
  const costs = (price: Money) => (price.minor === 0 ? say("free") : writeMoney(page, price));
  const isReduced = prices !== undefined && now.minor < prices.was.minor;
  const price = costs(now);
  const total = totalWith(page, now);
  const isDearer = isIn && prices !== undefined && now.minor > prices.now.minor && wanted === undefined;
  return (
    <s-stack gap="small-200">
      {presented && isOffers && <s-text color="subdued">{whyOf(page, offer, pick)}</s-text>}
      <s-checkbox
        label={isReduced ? say("addReduced", { title, price, was: costs(prices.was) }) : say("add", { title, price })}
        checked={wanted ?? isIn}
        onChange={(event) => onTick(isTicked(event))}
      />
      {isOffers && !isIn && wanted === undefined && <Choices page={page} offer={offer} pick={pick} onPick={onPick} />}
      {!isIn && wanted === undefined && total && (
        <s-text color="subdued">{say("total", { total: writeMoney(page, total) })}</s-text>
      )}
      {isDearer && <s-text>{say("otherPrice", { price })}</s-text>}
      <s-stack accessibilityRole="status">
        {wanted !== undefined && <s-text color="subdued">{say(wanted ? "adding" : "removing")}</s-text>}
        {news && (
          <s-text accessibilityVisibility={news === "added" || news === "removed" ? "exclusive" : "visible"}>
            {say(news, { title })}
          </s-text>
        )}
      </s-stack>
    </s-stack>
  );
}

function titleOf(offer: PresentedOffer["offer"], pick: Pick): string {
  const names = pickedItems(offer, pick).map((item) => {
    const name = offer.arrangement === "one-of" ? chosenName(item) : nameOf(item.product);
    return item.product.pieces > 1 ? `${item.product.pieces} × ${name}` : name;
  });
  return names.join(" + ");
}

/** Of a checkout that was opened again, or whose buyer has changed it: what its lines are called. */
function titleIn(mine: readonly BumpLine[]): string {
  return mine
    .map(({ line: { quantity, merchandise } }) => (quantity > 1 ? `${quantity} × ` : "") + merchandise.title)
    .join(" + ");
}

/** Whether that is in the checkout, and as many. */
function isThis(mine: readonly BumpLine[], items: ReturnType<typeof itemsIn>): boolean {
  const textOf = (some: typeof items) => JSON.stringify(some.map(({ variantId, quantity }) => [variantId, quantity]));
  return textOf(itemsIn(mine)) === textOf(items);
}

/** With its variant where there are several to choose from. */
function chosenName({ product, variant, quantity }: Pick): string {
  const name = product.variants.length > 1 ? `${product.title}, ${variant.title}` : nameOf(product);
  return quantity > 1 ? `${quantity} × ${name}` : name;
}

/** The merchant's words, else ours. */
function whyOf(page: CheckoutPage, offer: PresentedOffer["offer"], pick: Pick): string {
  const say = sayOn(page);
  const { because, partner } = offer;
  const { headline, reason } = ownWords(page, offer, pick);
  const why = reason ?? headline ?? (because ? say("goesWithProduct", { product: because }) : say("goesWith"));
  return partner ? `${why} · ${say("soldBy", { partner })}` : why;
}

/** Undefined while the checkout is in another currency than the offer. */
function totalWith({ cost }: CheckoutPage, { minor, currency }: Money): Money | undefined {
  const total = moneyOf(cost.totalAmount.value);
  return total.currency === currency ? { minor: total.minor + minor, currency } : undefined;
}

/** The languages whose pages are read from right to left. */
const RIGHT_TO_LEFT = /^(ar|fa|he|iw|ur)\b/;

/** What is said on a page that is read from right to left stands by itself: English in it keeps its order. */
function sayOn({ i18n, localization }: CheckoutPage): CheckoutPage["i18n"]["translate"] {
  if (!RIGHT_TO_LEFT.test(localization.language.value.isoCode)) return i18n.translate;
  return (key, values) => `\u2068${i18n.translate(key, values)}\u2069`;
}

/** Shopify's fields carry their value, whatever their events are typed as. */
function isTicked({ currentTarget }: Event): boolean {
  return (currentTarget as (EventTarget & { readonly checked?: boolean }) | null)?.checked === true;
}
