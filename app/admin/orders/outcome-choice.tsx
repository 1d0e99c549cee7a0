import { BlockStack, ChoiceList } from "@shopify/polaris";
import {
  isOrderOutcome,
  ORDER_OUTCOMES,
  type OrderOutcome,
  PAGE_BARRIERS,
  SAW_AN_OFFER,
} from "#app/core/attribution/order-outcome.ts";
import { useSay } from "../say.tsx";

const GROUPS = [
  { title: "orders.filter.saw", outcomes: SAW_AN_OFFER },
  { title: "orders.filter.could-not", outcomes: PAGE_BARRIERS },
  {
    title: "orders.filter.nothing",
    outcomes: ORDER_OUTCOMES.filter((one) => !isIn(SAW_AN_OFFER, one) && !isIn(PAGE_BARRIERS, one)),
  },
] as const;

/** Any of the outcomes, in three groups: seen, kept from being seen, and the rest. */
export function OutcomeChoice({
  outcomes,
  onChange,
}: {
  readonly outcomes: readonly OrderOutcome[];
  readonly onChange: (outcomes: readonly OrderOutcome[]) => void;
}) {
  const say = useSay();
  return (
    <BlockStack gap="300">
      {GROUPS.map((group) => (
        <ChoiceList
          key={group.title}
          title={say(group.title)}
          allowMultiple
          choices={group.outcomes.map((outcome) => ({ label: say(`orders.outcome.${outcome}`), value: outcome }))}
          selected={outcomes.filter((one) => isIn(group.outcomes, one))}
          onChange={(chosen) => {
            const others = outcomes.filter((one) => !isIn(group.outcomes, one));
            onChange([...others, ...chosen.filter(isOrderOutcome)]);
          }}
        />
      ))}
    </BlockStack>
  );
}

function isIn(group: readonly OrderOutcome[], outcome: OrderOutcome): boolean {
  return group.includes(outcome);
}
