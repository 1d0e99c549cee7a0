import { Banner, BlockStack, Card, Divider, EmptyState, Page, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import emptyPicture from "../empty.svg?url";
import { useFormat } from "../format.tsx";
import type { RuleAnswer } from "./rule-answer.ts";
import { RuleListItem } from "./rule-list-item.tsx";
import type { RuleRow } from "./rule-row.ts";
import { ruleWords as words } from "./words.ts";

export interface RulesPageData {
  readonly timezone: string;
  readonly rows: readonly RuleRow[];
}

/** The rules in the order they are asked, each with what it offers and what is in its way. */
export function RulesPage({
  data: { rows, timezone },
  answer,
  busy,
  publish,
  pause,
}: {
  readonly data: RulesPageData;
  /** To what was asked last. */
  readonly answer: RuleAnswer | undefined;
  /** The rule something is being done with. */
  readonly busy: string | undefined;
  readonly publish: (rule: RuleId) => void;
  readonly pause: (rule: RuleId) => void;
}) {
  const format = useFormat(timezone);
  if (rows.length === 0) {
    return (
      <Page title={words.title}>
        <Card>
          <EmptyState
            heading={words.empty.title}
            action={{ content: words.empty.action, url: "/app/rules/new" }}
            image={emptyPicture}
          >
            <p>{words.empty.body}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page title={words.title} primaryAction={{ content: words.create, url: "/app/rules/new" }}>
      <BlockStack gap="400">
        <Refusal answer={answer} />
        <Card padding="0">
          <BlockStack as="ul">
            {rows.map((row, index) => (
              <Fragment key={row.id}>
                {index > 0 ? <Divider /> : null}
                <RuleListItem
                  row={row}
                  format={format}
                  busy={busy === row.id}
                  publish={() => publish(row.id)}
                  pause={() => pause(row.id)}
                />
              </Fragment>
            ))}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** What could not be done, above the list; nothing when all went well. */
function Refusal({ answer }: { readonly answer: RuleAnswer | undefined }) {
  const sentences = refusalIn(answer);
  if (sentences.length === 0) return null;
  return (
    <Banner tone="critical" title={words.refused}>
      {sentences.map((sentence) => (
        <Text as="p" key={sentence}>
          {sentence}
        </Text>
      ))}
    </Banner>
  );
}

function refusalIn(answer: RuleAnswer | undefined): readonly string[] {
  switch (answer?.kind) {
    case "invalid":
      return answer.problems.map(({ sentence }) => sentence);
    case "changed-meanwhile":
      return [words.changedInList];
    case "not-found":
      return [words.goneInList];
    case "failed":
      return [answer.sentence];
    default:
      return [];
  }
}
