import { BlockStack, Button, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import { useSay } from "../say.tsx";
import { useRead } from "../use-read.ts";
import { RULES_FOUND_MOST } from "./found-rules.ts";
import type { NamedRule } from "./order-row.ts";

const ASK_AFTER_MS = 250;
/** Longer ones no rule has, and an address bears only so much. */
const NAMED_MOST = 200;

/** One of the shop's rules, looked for by its name: there may be thousands. */
export function RuleChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: NamedRule | undefined;
  readonly onChoose: (rule: RuleId) => void;
}) {
  const say = useSay();
  const [named, setNamed] = useState("");
  const [searched, setSearched] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearched(named.slice(0, NAMED_MOST)), named ? ASK_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [named]);
  const { answer, isUnreached, isReading, again } = useRead<{ readonly rules: readonly NamedRule[] }>(
    `/app/orders/rules?${new URLSearchParams({ named: searched })}`,
  );
  const found = answer?.rules;
  const others = (found ?? []).filter(({ id }) => id !== chosen?.id);
  const rules = chosen ? [chosen, ...others] : others;
  return (
    <BlockStack gap="300">
      <TextField
        label={say("orders.filter.rule.search")}
        value={named}
        onChange={setNamed}
        autoComplete="off"
        clearButton
        onClearButtonClick={() => setNamed("")}
      />
      {rules.length > 0 ? (
        <ChoiceList
          title={say("orders.filter.rule")}
          titleHidden
          choices={rules.map(({ id, name }) => ({ label: name, value: id }))}
          selected={chosen ? [chosen.id] : []}
          onChange={([id]) => id && onChoose(id as RuleId)}
        />
      ) : null}
      <div role="status">
        {isUnreached ? <Text as="p">{say("frame.unreached")}</Text> : null}
        {found?.length === 0 ? <Text as="p">{say("orders.filter.rule.none")}</Text> : null}
        {found && found.length >= RULES_FOUND_MOST ? (
          <Text as="p" tone="subdued">
            {say("orders.filter.rule.more", { count: RULES_FOUND_MOST })}
          </Text>
        ) : null}
      </div>
      {isUnreached ? (
        <InlineStack>
          <Button onClick={again} loading={isReading}>
            {say("frame.try-again")}
          </Button>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}
