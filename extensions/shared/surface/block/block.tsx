/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import { NothingOnError } from "../nothing-on-error.tsx";
import type { Place } from "../page.ts";
import { useChanges } from "../use-changes.ts";
import { OfferScreen } from "./offer-screen.tsx";
import { type Presented, presentOffer } from "./present-offer.ts";

/** The offer's block on thank-you and order status, whatever happens behind it: an offer, what became of it, or nothing. */
export function Block({ place }: { place: Place }) {
  return (
    <NothingOnError>
      <OfferOrNothing place={place} />
    </NothingOnError>
  );
}

function OfferOrNothing({ place }: { place: Place }) {
  const { page } = place;
  const [presented, setPresented] = useState<Presented>();
  const { appMetafields, lines, checkoutToken, localization } = page;
  // Shopify may hand these over after the block has begun.
  useChanges(appMetafields, lines, checkoutToken, localization.currency, localization.language, ...place.late);
  const known = JSON.stringify([
    checkoutToken.value,
    place.says(),
    lines.value.map(({ merchandise, quantity }) => [merchandise.id, quantity]),
    appMetafields.value.map(({ target }) => target.id),
    localization.currency.value.isoCode,
    localization.language.value.isoCode,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when what is known has changed, and only then.
  useEffect(() => {
    let isCurrent = true;
    presentOffer(place, Date.now())
      .catch((): Presented => ({ kind: "nothing" }))
      .then((made) => isCurrent && setPresented(made));
    return () => {
      isCurrent = false;
    };
  }, [known]);

  switch (presented?.kind) {
    case "offer":
      return <OfferScreen key={presented.offer.rule} place={place} presented={presented} />;
    case "bought":
      return <Bought place={place} order={presented.order} title={presented.title} />;
    default:
      return presented && page.extension.editor ? (
        <s-text color="subdued">{page.i18n.translate("editor")}</s-text>
      ) : null;
  }
}

function Bought({ place, order, title }: { place: Place; order: string; title: string | undefined }) {
  const { i18n } = place.page;
  return (
    <s-text tone="success">
      {title === undefined ? i18n.translate("bought", { order }) : i18n.translate("boughtTitle", { order, title })}
    </s-text>
  );
}
