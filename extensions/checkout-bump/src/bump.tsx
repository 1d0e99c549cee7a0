import { useEffect, useRef, useState } from "preact/hooks";
import type { Mark } from "#app/core/extract/mark.ts";
import type { PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { tell, tellOnce } from "#extensions/shared/surface/ask-encore.ts";
import { cartItemsOf, firstPick, type Pick } from "#extensions/shared/surface/block/pick.ts";
import { type PresentedOffer, presentOffer } from "#extensions/shared/surface/block/present-offer.ts";
import { purchaseOf } from "#extensions/shared/surface/purchase-of.ts";
import { useChanges } from "#extensions/shared/surface/use-changes.ts";
import { bumpLines, itemsIn, shoppersOwn } from "./bump-lines.ts";
import { BumpView, type News } from "./bump-view.tsx";
import { addToCheckout, takeOut } from "./change-checkout.ts";
import type { CheckoutPage, CheckoutPlace } from "./checkout-page.ts";

/** One thing more, a tick away: what fits the checkout as it is, or what was ticked, or nothing. */
export function Bump({ place }: { place: CheckoutPlace }) {
  const { page } = place;
  useChanges(page.lines, page.cost.totalAmount, page.instructions, page.extension.rendered);
  useChanges(page.appMetafields, page.checkoutToken, page.localization.currency, page.localization.language);
  const mine = bumpLines(page);
  const presented = usePresented(place, mine.length > 0);
  const [pick, setPick] = useState<Pick>();
  const [wanted, setWanted] = useState<boolean>();
  const [news, setNews] = useState<News>();
  const wants = useRef<boolean>();

  const picked = pick ?? (presented && firstPick(presented.offer));
  const isShown = mine.length > 0 || (presented !== undefined && canAdd(page, presented));
  const isSeen = isShown && mine.length === 0 && page.extension.rendered.value && !page.extension.editor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another offer has other choices.
  useEffect(() => setPick(undefined), [presented]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once this offer is on the shopper's screen.
  useEffect(() => {
    if (presented && isSeen) tellOnce(place, presented.purchase, presented.offer, "impression", presented.memory);
  }, [presented, isSeen]);

  if (!isShown) {
    return page.extension.editor ? <s-text color="subdued">{page.i18n.translate("editor")}</s-text> : null;
  }
  return (
    <BumpView
      page={page}
      mine={mine}
      presented={presented}
      pick={picked}
      wanted={wanted}
      news={news}
      onPick={setPick}
      onTick={(isTicked) => want(isTicked)}
    />
  );

  /** Does what the shopper wants last: a tick that is changed while Shopify still works on it counts when that is done. */
  async function want(isTicked: boolean): Promise<void> {
    const isBusy = wants.current !== undefined;
    wants.current = isTicked;
    setWanted(isTicked);
    if (isBusy) return;
    let done: boolean;
    let news: News;
    do {
      done = wants.current;
      setNews(undefined);
      news = done ? await add() : await remove();
    } while (wants.current !== done);
    wants.current = undefined;
    setWanted(undefined);
    setNews(news);
  }

  async function add(): Promise<News> {
    if (bumpLines(page).length > 0) return "added";
    if (!presented || !picked) return "notAdded";
    const { offer, purchase, codes } = presented;
    const items = cartItemsOf(offer, picked);
    if (!(await addToCheckout(page, items, markFor(presented), codes))) return "notAdded";
    tell(place, purchase, offer, { kind: "accept", items });
    return "added";
  }

  async function remove(): Promise<News> {
    const [first, ...more] = bumpLines(page);
    if (!first) return "removed";
    const purchase = purchaseOf(place);
    const items = itemsIn([first, ...more]);
    // Told before it is done: as soon as the lines have changed, Shopify asks what to offer after the payment.
    if (purchase) tell(place, purchase, first.mark, { kind: "undo", items });
    if (await takeOut(page)) return "removed";
    if (purchase) tell(place, purchase, first.mark, { kind: "accept", items });
    return "notRemoved";
  }
}

/** Decided for what the shopper put there, and again when that changes; not while our own is among it. */
function usePresented(place: CheckoutPlace, isIn: boolean): PresentedOffer | undefined {
  const { page } = place;
  const [made, setMade] = useState<{ known: string; presented: PresentedOffer | undefined }>();
  const known = JSON.stringify([
    page.checkoutToken.value,
    shoppersOwn(page).map(({ merchandise, quantity }) => [merchandise.id, quantity]),
    page.appMetafields.value.map(({ target }) => target.id),
    page.localization.currency.value.isoCode,
    page.localization.language.value.isoCode,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when what is known has changed, and only then.
  useEffect(() => {
    if (isIn || made?.known === known) return;
    let isCurrent = true;
    presentOffer(place, Date.now())
      .catch(() => undefined)
      .then((presented) => {
        if (isCurrent) setMade({ known, presented: presented?.kind === "offer" ? presented : undefined });
      });
    return () => {
      isCurrent = false;
    };
  }, [known, isIn]);
  return made?.presented;
}

/** Shopify may keep a checkout as it is: then there is nothing to offer. */
function canAdd({ instructions }: CheckoutPage, { codes, validUntil }: PresentedOffer): boolean {
  const { lines, discounts } = instructions.value;
  const isOver = validUntil !== undefined && validUntil <= Date.now();
  const isOpen = lines.canAddCartLine && lines.canRemoveCartLine;
  return isOpen && (codes.length === 0 || discounts.canUpdateDiscountCodes) && !isOver;
}

function markFor({ offer: { rule, version, step }, purchase }: PresentedOffer): Mark {
  return {
    surface: "checkout",
    rule: rule as RuleId,
    version,
    step,
    reference: purchase.reference as PurchaseReference,
  };
}
