import { BlockStack, Text } from "@shopify/polaris";
import type { RuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import type { RuleStatus } from "./rule-row.ts";

/** Of fewer a share says nothing: one shopper more would change it by several percent. */
const ENOUGH = 30;

/** What became of a rule's offers in the last 30 days; of a rule that is not live only what there is to tell. */
export function RuleNumbersShown({
  numbers: { shown, accepted, earned },
  status,
  format,
}: {
  readonly numbers: RuleNumbers;
  readonly status: RuleStatus;
  readonly format: Pick<Format, "money" | "percent">;
}) {
  const say = useSay();
  const isLive = status === "live" || status === "live-changed";
  if (shown === 0 && accepted === 0 && earned.length === 0) {
    return isLive ? (
      <Text as="p" tone="subdued">
        {say("rules.numbers.none")}
      </Text>
    ) : null;
  }
  const share = shown >= ENOUGH ? format.percent(Math.round((accepted / shown) * 1000) / 10) : undefined;
  return (
    <BlockStack>
      {earned.length > 0 ? (
        <Text as="p" fontWeight="semibold">
          {say("rules.numbers.earned", { amount: earned.map((amount) => format.money(amount)).join(" + ") })}
        </Text>
      ) : null}
      <Text as="p">
        {share === undefined
          ? say("rules.numbers.accepted", { count: accepted })
          : say("rules.numbers.accepted-share", { count: accepted, share })}
      </Text>
      <Text as="p" tone="subdued">
        {`${say("rules.numbers.shown", { count: shown })} · ${say("rules.numbers.days")}`}
      </Text>
    </BlockStack>
  );
}
