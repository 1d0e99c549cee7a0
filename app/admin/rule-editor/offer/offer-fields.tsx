import { BlockStack, Text } from "@shopify/polaris";
import { OFFER_KINDS } from "#app/core/rules/offer-kind.ts";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { Disclosure } from "./disclosure.tsx";
import { KindFields } from "./kind-fields.tsx";
import type { OfferDocument } from "./offer-document.ts";
import { PriceFields } from "./price-fields.tsx";
import { SourceFields } from "./source-fields.tsx";
import { TermsFields } from "./terms-fields.tsx";
import { WordsFields } from "./words-fields.tsx";

/**
 * All that one offer says: what it is and its price first, the rest in a line each until it is wanted. What its kind settles
 * is said and not asked: a gift is free, and one.
 */
export function OfferFields({ place, isFirst = false }: { readonly place: Place; readonly isFirst?: boolean }) {
  const say = useSay();
  const { document } = useEditing();
  const offer = valueAt(document, place) as OfferDocument;
  const kind = OFFER_KINDS.find((one) => one === offer.kind) ?? "cross-sell";
  const isGift = kind === "gift";
  const isBundle = (offer.source as OfferDocument | undefined)?.kind === "bundle";
  const shipping = valueAt(offer, "shipping.kind") === "price" ? "price" : "free";
  return (
    <BlockStack gap="400">
      <SourceFields place={place} />
      {isGift ? <Text as="p">{say("offer.gift")}</Text> : <PriceFields place={place} />}
      <BlockStack gap="200">
        <Disclosure
          place={[`${place}.kind`, `${place}.partner`, `${place}.replaces`]}
          title={say("offer.kind")}
          detail={say(`offer.kind.${kind}`)}
          isOpenAtFirst={kind === "partner"}
        >
          <KindFields place={place} />
        </Disclosure>
        <Disclosure
          place={[`${place}.quantityMost`, `${place}.shipping`, `${place}.evenIfBoughtBefore`]}
          title={say("offer.terms")}
          detail={say("offer.terms.detail", {
            count: isGift || isBundle ? 1 : String(offer.quantityMost),
            shipping: say(`offer.shipping.${shipping}`),
          })}
          isOpenAtFirst={false}
        >
          <TermsFields place={place} isOne={isGift || isBundle} />
        </Disclosure>
        <Disclosure
          place={[`${place}.words`]}
          title={say("offer.words")}
          detail={firstWordsIn(offer) ?? say("offer.words.none")}
          isOpenAtFirst={firstWordsIn(offer) !== undefined}
        >
          <WordsFields place={place} isFirst={isFirst} />
        </Disclosure>
      </BlockStack>
    </BlockStack>
  );
}

/** The first headline or reason that is written, in any language. */
function firstWordsIn(offer: OfferDocument): string | undefined {
  const written = ["words.headline", "words.reason"].flatMap((place) => Object.values(valueAt(offer, place) ?? {}));
  return written.find((words) => typeof words === "string" && words !== "");
}
