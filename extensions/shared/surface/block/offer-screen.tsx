/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { ProductImage } from "#app/core/catalog/catalog.ts";
import { checkoutAddress } from "#app/core/extract/checkout-address.ts";
import type { PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { tell, tellOnce } from "../ask-encore.ts";
import type { Place, SurfacePage } from "../page.ts";
import { useChanges } from "../use-changes.ts";
import { Choices } from "./choices.tsx";
import { ownWords } from "./own-words.ts";
import { cartItemsOf, firstPick, isBundle, nameOf, type Pick } from "./pick.ts";
import type { PresentedOffer } from "./present-offer.ts";
import { Price } from "./price.tsx";

/** The offer until it is answered. A yes is a link to a checkout of its own; a no takes the block away. */
export function OfferScreen({ place, presented }: { place: Place; presented: PresentedOffer }) {
  const { page } = place;
  const { offer, purchase, memory, codes, validUntil } = presented;
  const [pick, setPick] = useState(firstPick(offer));
  const [answer, setAnswer] = useState<"accepted" | "declined">();
  const isOver = useIsOver(validUntil);
  useChanges(page.extension.rendered);
  const isSeen = page.extension.rendered.value && !page.extension.editor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is on the shopper's screen.
  useEffect(() => {
    if (isSeen) tellOnce(place, purchase, offer, "impression", memory);
  }, [isSeen]);

  if (!pick || isOver) return null;
  const say = page.i18n.translate;
  if (answer === "declined") {
    return (
      <s-stack accessibilityRole="status">
        <s-text accessibilityVisibility="exclusive">{say("removed")}</s-text>
      </s-stack>
    );
  }

  function answerWith(given: "accepted" | "declined", picked: Pick) {
    setAnswer(given);
    if (page.extension.editor) return;
    memory.keepAnswer(given);
    const items = given === "accepted" ? { items: cartItemsOf(offer, picked) } : {};
    tell(place, purchase, offer, { kind: given === "accepted" ? "accept" : "decline", ...items });
  }

  const image = page.settings.value.show_picture === false ? undefined : (pick.variant.image ?? pick.product.image);
  return (
    <s-section accessibilityLabel={say("region")}>
      <s-stack gap="small-100">
        <s-grid gridTemplateColumns={image ? "96px 1fr" : "1fr"} gap="base" alignItems="start">
          {image && <Picture image={image} />}
          <s-stack gap="small-100">
            <Introduction presented={presented} pick={pick} page={page} />
            <Price page={page} offer={offer} pick={pick} />
          </s-stack>
        </s-grid>
        {/* Below the picture, since on a phone nothing is left beside it. */}
        <Choices page={page} offer={offer} pick={pick} onPick={setPick} />
        {validUntil !== undefined && (
          <s-text dir="auto">{say("validUntil", { date: writeDate(page, validUntil) })}</s-text>
        )}
        {/* Where the order has a customer, its codes are that customer's only, whom the new checkout knows by the address. */}
        {codes.length > 0 && (
          <s-text color="subdued" dir="auto">
            {say("sameAddress")}
          </s-text>
        )}
        <s-stack accessibilityRole="status">
          <s-text color="subdued" dir="auto">
            {say(answer ? "opened" : "opensCheckout")}
          </s-text>
        </s-stack>
        <s-stack direction="inline" gap="small-100">
          <s-button
            variant="primary"
            href={addressOf(place, presented, pick)}
            target="_blank"
            onClick={() => answer ?? answerWith("accepted", pick)}
          >
            {say("accept")}
          </s-button>
          {!answer && (
            <s-button variant="secondary" onClick={() => answerWith("declined", pick)}>
              {say("decline")}
            </s-button>
          )}
        </s-stack>
      </s-stack>
    </s-section>
  );
}

/** Why it is offered, and what it is. */
function Introduction({ presented, pick, page }: { presented: PresentedOffer; pick: Pick; page: SurfacePage }) {
  const { offer } = presented;
  const { kind, because, partner } = offer;
  const { headline, reason } = ownWords(page, offer, pick);
  const say = page.i18n.translate;
  const setting = page.settings.value.heading;
  const heading =
    headline ?? (kind === "downsell" ? say("smaller") : typeof setting === "string" ? setting.trim() : undefined);
  return (
    <>
      {heading && (
        <s-text type="strong" dir="auto">
          {heading}
        </s-text>
      )}
      <s-text color="subdued" dir="auto">
        {reason ?? (because ? say("goesWithProduct", { product: because }) : say("goesWith"))}
      </s-text>
      <s-heading>
        {isBundle(offer) ? say("together", { number: offer.products.length }) : nameOf(pick.product)}
      </s-heading>
      {partner && <s-text color="subdued">{say("soldBy", { partner })}</s-text>}
    </>
  );
}

function Picture({ image }: { image: ProductImage }) {
  return (
    <s-image
      src={image.url}
      alt={image.description}
      aspectRatio="1"
      objectFit="contain"
      borderRadius="base"
      loading="lazy"
    />
  );
}

function addressOf({ page, surface }: Place, { offer, purchase, codes }: PresentedOffer, pick: Pick): string {
  const { rule, version, step } = offer;
  const { storefrontUrl, myshopifyDomain } = page.shop;
  return checkoutAddress(storefrontUrl ?? `https://${myshopifyDomain}`, cartItemsOf(offer, pick), codes, {
    surface,
    rule: rule as RuleId,
    version,
    step,
    reference: purchase.reference as PurchaseReference,
  });
}

/** In the shopper's own words and time zone: "Friday 27 November, 18:00". */
function writeDate({ i18n, localization }: SurfacePage, at: number): string {
  return i18n.formatDate(new Date(at), {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone: localization.timezone.value,
  });
}

/** Timers count in 31 bits; an offer that stands longer than its page is open needs none. */
const TIMER_MOST = 2_147_483_647;

function useIsOver(validUntil: number | undefined): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const left = (validUntil ?? Number.POSITIVE_INFINITY) - Date.now();
    if (left > TIMER_MOST) return;
    const timer = setTimeout(() => setIsOver(true), left);
    return () => clearTimeout(timer);
  }, [validUntil]);
  return isOver;
}
