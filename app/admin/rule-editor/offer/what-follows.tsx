import { BlockStack, Box, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { ChevronDownIcon, ChevronRightIcon, DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useId } from "react";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import { type Place, valueAt } from "../places.ts";
import { useOpen } from "./disclosure.tsx";
import { chosenIn, newOffer, type OfferDocument } from "./offer-document.ts";
import { OfferFields } from "./offer-fields.tsx";
import { useOfferLine } from "./offer-line.ts";
import { ANSWERS, type Answer, depthOf, stepsMost } from "./step-place.ts";

/** What follows a yes and a no to a step: another offer, or nothing. */
export function WhatFollows({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document } = useEditing();
  const most = stepsMost(document);
  const hasRoom = depthOf(place) < most;
  const following = ANSWERS.filter((answer) => valueAt(document, `${place}.${answer}`) !== undefined);
  if (!hasRoom && following.length === 0) {
    return (
      <Text as="p" tone="subdued">
        {say(most === 1 ? "offer.path.only-first" : "offer.path.ends")}
      </Text>
    );
  }
  return (
    <BlockStack gap="300">
      {ANSWERS.map((answer) =>
        following.includes(answer) ? (
          <FurtherStep key={answer} place={`${place}.${answer}`} answer={answer} isNeverMade={!hasRoom} />
        ) : (
          hasRoom && <Nothing key={answer} place={`${place}.${answer}`} answer={answer} />
        ),
      )}
    </BlockStack>
  );
}

function Nothing({ place, answer }: { readonly place: Place; readonly answer: Answer }) {
  const say = useSay();
  const { set } = useEditing();
  const add = () => {
    set(place, { offer: newOffer(answer === "ifDeclined" ? "downsell" : "cross-sell") });
    focusSoon(`${place}.offer.source.kind`);
  };
  return (
    <Box borderWidth="025" borderColor="border-secondary" borderRadius="200" padding="300">
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <Text as="p" tone="subdued">
          {say(`offer.path.${answer}.nothing`)}
        </Text>
        <Button id={`${place}.add`} icon={PlusIcon} onClick={add}>
          {say(`offer.path.${answer}.add`)}
        </Button>
      </InlineStack>
    </Box>
  );
}

/** A step after a yes or a no: in a line, or opened with all its fields and what follows it. */
function FurtherStep({
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
