import { BlockStack, Text } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { KindFields } from "./kind-fields.tsx";
import type { OfferDocument } from "./offer-document.ts";
import { PriceFields } from "./price-fields.tsx";
import { SourceFields } from "./source-fields.tsx";
import { TermsFields } from "./terms-fields.tsx";
import { WordsFields } from "./words-fields.tsx";

/** All that one offer says. What its kind settles is said and not asked: a gift is free, and one. */
export function OfferFields({ place, isFirst = false }: { readonly place: Place; readonly isFirst?: boolean }) {
  const say = useSay();
  const { document } = useEditing();
  const { kind, source } = valueAt(document, place) as OfferDocument;
  const isGift = kind === "gift";
  const isBundle = (source as OfferDocument | undefined)?.kind === "bundle";
  return (
    <BlockStack gap="400">
      <KindFields place={place} />
      <SourceFields place={place} />
      {isGift ? <Text as="p">{say("offer.gift")}</Text> : <PriceFields place={place} />}
      <TermsFields place={place} isOne={isGift || isBundle} />
      <WordsFields place={place} isFirst={isFirst} />
    </BlockStack>
  );
}
