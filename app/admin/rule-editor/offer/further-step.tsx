import { BlockStack, Box, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { ChevronDownIcon, ChevronRightIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useId } from "react";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import { type Place, valueAt } from "../places.ts";
import { useOpen } from "./disclosure.tsx";
import { chosenIn, type OfferDocument } from "./offer-document.ts";
import { OfferFields } from "./offer-fields.tsx";
import { useOfferLine } from "./offer-line.ts";
import type { Answer } from "./step-place.ts";
import { WhatFollows } from "./what-follows.tsx";

/** A step after a yes or a no: in a line, or opened with all its fields and what follows it. */
export function FurtherStep({
  place,
  answer,
  isNeverMade,
}: {
  readonly place: Place;
  readonly answer: Answer;
  /** None of the rule's pages comes so far. */
  readonly isNeverMade: boolean;
}) {
  const say = useSay();
  const { document, set } = useEditing();
  const offer = valueAt(document, `${place}.offer`) as OfferDocument;
  const lineOf = useOfferLine();
  const { isOpen, toggle } = useOpen([place], chosenIn(offer.source).length === 0);
  const id = useId();
  const line = lineOf(offer);
  const remove = () => {
    set(place, undefined);
    // The button that adds it again stands where it was.
    focusSoon(`${place}.add`);
  };
  return (
    <Box
      background="bg-surface-secondary"
      borderWidth="025"
      borderColor="border-secondary"
      borderRadius="200"
      padding={{ xs: "200", sm: "300" }}
    >
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text as="h3" variant="headingSm">
              <Button
                variant="tertiary"
                textAlign="start"
                fullWidth
                icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
                ariaExpanded={isOpen}
                ariaControls={id}
                onClick={toggle}
              >
                {say(`offer.path.${answer}`, { offer: line })}
              </Button>
            </Text>
          </div>
          <Button
            variant="tertiary"
            icon={DeleteIcon}
            accessibilityLabel={say("offer.path.remove", { offer: line })}
            onClick={remove}
          />
        </InlineStack>
        {isNeverMade ? (
          <Text as="p" tone="caution">
            {say("offer.path.never-made")}
          </Text>
        ) : null}
        {isOpen ? (
          <BlockStack gap="400" id={id}>
            <OfferFields place={`${place}.offer`} />
            <Divider />
            <WhatFollows place={place} />
          </BlockStack>
        ) : null}
      </BlockStack>
    </Box>
  );
}
