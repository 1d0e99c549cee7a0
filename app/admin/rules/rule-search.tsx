import { Form } from "@remix-run/react";
import { Button, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RulesPageData } from "./rules-page-data.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.search;

/** Finds rules by a part of their name, for a shop that has more than fit a page. */
export function RuleSearch({ data: { query, found } }: { readonly data: RulesPageData }) {
  const [typed, setTyped] = useState(query);
  return (
    <Form method="get" action="/app/rules" role="search">
      <InlineStack gap="200" blockAlign="end">
        <div style={{ flex: 1, maxWidth: "32rem" }}>
          <TextField label={words.label} name="query" value={typed} onChange={setTyped} autoComplete="off" />
        </div>
        <Button submit>{words.button}</Button>
      </InlineStack>
      {query === "" ? null : (
        <Text as="p">
          {found === 0 ? `${words.none} ` : ""}
          <Link url="/app/rules">{words.all}</Link>
        </Text>
      )}
    </Form>
  );
}
