import { BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { SeePreview } from "../preview/see-preview.tsx";
import { OfferFields } from "./offer-fields.tsx";
import { WhatFollows } from "./what-follows.tsx";

/** *offer them* one thing, and what follows a yes and a no: the path as a small tree. `place` is that of its first step. */
export function OfferStep({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document } = useEditing();
  if (valueAt(document, `${place}.offer`) === undefined) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {say("offer.title")}
          </Text>
          <SeePreview />
        </InlineStack>
        <OfferFields place={`${place}.offer`} isFirst />
        <Divider />
        <WhatFollows place={place} />
      </BlockStack>
    </Card>
  );
}
