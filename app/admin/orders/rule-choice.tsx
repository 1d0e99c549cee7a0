import { BlockStack, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import { useSay } from "../say.tsx";
import { RULES_FOUND_MOST } from "./found-rules.ts";
import type { NamedRule } from "./order-row.ts";

const ASK_AFTER_MS = 250;

/** One of the shop's rules, looked for by its name: there may be thousands. */
export function RuleChoice({
  chosen,
  found,
  find,
  onChoose,
}: {
  readonly chosen: NamedRule | undefined;
  /** Undefined before the first answer. */
  readonly found: readonly NamedRule[] | undefined;
  readonly find: (named: string) => void;
  readonly onChoose: (rule: RuleId) => void;
}) {
  const say = useSay();
  const [named, setNamed] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search is asked for when its text changes
  useEffect(() => {
    const timer = setTimeout(() => find(named), named ? ASK_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [named]);
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
        {found?.length === 0 ? <Text as="p">{say("orders.filter.rule.none")}</Text> : null}
        {found && found.length >= RULES_FOUND_MOST ? (
          <Text as="p" tone="subdued">
            {say("orders.filter.rule.more", { count: RULES_FOUND_MOST })}
          </Text>
        ) : null}
      </div>
    </BlockStack>
  );
}
