import { Filters } from "@shopify/polaris";
import { useRef } from "react";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Say } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { NamedRule } from "./order-row.ts";
import type { OrdersFilter } from "./orders-address.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { RuleChoice } from "./rule-choice.tsx";
import { useTypedNumber } from "./use-typed-number.ts";

/** What the filters need of who shows them. */
export interface OrdersFiltersProps {
  readonly filter: OrdersFilter;
  /** The one that is filtered by, by its name. */
  readonly rule: NamedRule | undefined;
  readonly onFilter: (filter: OrdersFilter) => void;
}

/** Search by number, filters by what became of an order and by rule, each a tag that can be taken away. */
export function OrdersFilters({ filter, rule, onFilter }: OrdersFiltersProps) {
  const say = useSay();
  const { number, setNumber } = useTypedNumber(filter, onFilter);
  const { outcomes } = filter;
  const without = { outcomes, number: filter.number };
  const box = useRef<HTMLDivElement>(null);
  // The button that takes filters away goes with them.
  const takeAway = (rest: OrdersFilter) => {
    onFilter(rest);
    box.current?.querySelector("input")?.focus();
  };
  return (
    <div ref={box}>
      <Filters
        queryValue={number}
        queryPlaceholder={say("orders.filter.search")}
        onQueryChange={setNumber}
        onQueryClear={() => setNumber("")}
        onClearAll={() => takeAway({ outcomes: [] })}
        filters={[
          {
            key: "outcome",
            label: say("orders.filter.outcome"),
            pinned: true,
            filter: <OutcomeChoice outcomes={outcomes} onChange={(some) => onFilter({ ...filter, outcomes: some })} />,
          },
          {
            key: "rule",
            label: say("orders.filter.rule"),
            pinned: true,
            filter: <RuleChoice chosen={rule} onChoose={(id) => onFilter({ ...without, rule: id })} />,
          },
        ]}
        appliedFilters={[
          ...(outcomes.length > 0
            ? [
                {
                  key: "outcome",
                  label: outcomesLabel(outcomes, say),
                  onRemove: () => takeAway({ ...filter, outcomes: [] }),
                },
              ]
            : []),
          ...(rule
            ? [
                {
                  key: "rule",
                  label: say("orders.filter.rule.tag", { rule: rule.name }),
                  onRemove: () => takeAway(without),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

/** Past so many a tag tells how many there are. */
const NAMED_MOST = 2;

function outcomesLabel(outcomes: readonly OrderOutcome[], say: Say): string {
  if (outcomes.length > NAMED_MOST) return say("orders.filter.outcome.many", { count: outcomes.length });
  return outcomes.map((outcome) => say(`orders.outcome.${outcome}`)).join(", ");
}
