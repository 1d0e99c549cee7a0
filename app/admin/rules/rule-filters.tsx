import { Button, Checkbox, InlineStack, Link, Select, Text, TextField } from "@shopify/polaris";
import { type FormEvent, useEffect, useState } from "react";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import { useSay } from "../say.tsx";
import { isFiltered, type RuleFilter } from "./rule-filter.ts";
import styles from "./rule-list.module.css";
import { RULE_STATUSES } from "./rule-row.ts";
import type { RulesPageData } from "./rules-page-data.ts";

/** Finds rules by a part of their name, their status, a page they stand on, or that they need attention; kept in the address. */
export function RuleFilters({
  data: { filter, found, troubled },
  look: lookAt,
}: {
  readonly data: Pick<RulesPageData, "filter" | "found" | "troubled">;
  readonly look: (filter: RuleFilter) => void;
}) {
  const say = useSay();
  const [query, setQuery] = useState(filter.query);
  useEffect(() => setQuery(filter.query), [filter.query]);
  const look = (changes: Partial<RuleFilter>) => lookAt({ ...filter, query, ...changes });
  const find = (event: FormEvent) => {
    event.preventDefault();
    look({});
  };
  const statuses = RULE_STATUSES.map((value) => ({ value, label: say(`rule.status.${value}`) }));
  const surfaces = SURFACES.map((value) => ({ value, label: say(`rules.surface.${value}`) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 knows no <search>.
    <form role="search" onSubmit={find} className={styles.filters}>
      <div className={styles.search}>
        <TextField
          label={say("rules.search.label")}
          value={query}
          onChange={setQuery}
          autoComplete="off"
          clearButton
          onClearButtonClick={() => {
            setQuery("");
            look({ query: "" });
          }}
          connectedRight={<Button submit>{say("rules.search.button")}</Button>}
        />
      </div>
      <Select
        label={say("rules.filter.status")}
        options={[{ value: "", label: say("rules.filter.any-status") }, ...statuses]}
        value={filter.status ?? ""}
        onChange={(value) => look({ status: RULE_STATUSES.find((one) => one === value) })}
      />
      <Select
        label={say("rules.filter.surface")}
        options={[{ value: "", label: say("rules.filter.any-surface") }, ...surfaces]}
        value={filter.surface ?? ""}
        onChange={(value) => look({ surface: SURFACES.find((one) => one === value) })}
      />
      {troubled > 0 || filter.trouble ? (
        <Checkbox
          label={say("rules.filter.trouble", { count: troubled })}
          checked={filter.trouble}
          onChange={(trouble) => look({ trouble })}
        />
      ) : null}
      {isFiltered(filter) ? (
        <InlineStack gap="200">
          {found === 0 ? <Text as="p">{say("rules.search.none")}</Text> : null}
          <Link url="/app/rules">{say("rules.search.all")}</Link>
        </InlineStack>
      ) : null}
    </form>
  );
}
