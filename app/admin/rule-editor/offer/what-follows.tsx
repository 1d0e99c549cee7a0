import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import { type Place, valueAt } from "../places.ts";
import { FurtherStep } from "./further-step.tsx";
import { newOffer } from "./offer-document.ts";
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
    focusSoon(`${place}.offer.kind`);
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
