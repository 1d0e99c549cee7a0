import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Card, Layout, List, Page, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import { useFormat } from "../format.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { OfferCard } from "./offer-card.tsx";
import { problemsShown } from "./problems.ts";
import { ReadAloud } from "./read-aloud.tsx";
import type { RuleAnswer, RuleAsk } from "./rule-answer.ts";
import type { RuleEditorData } from "./rule-editor-data.ts";
import { documentOf, emptyForm, formOf, suggestedName } from "./rule-form.ts";
import type { RuleStatus } from "./rule-row.ts";
import { StatusBadge } from "./status-badge.tsx";
import { useRuleForm } from "./use-rule-form.ts";
import { WhenCard } from "./when-card.tsx";
import { ruleWords as words } from "./words.ts";
import { WordsCard } from "./words-card.tsx";

/** A rule as a sentence with its fields; says what is wrong beside the field, and loses nothing that was written. */
export function RuleEditor({
  data,
  answer,
  busy,
  send,
  leave,
  opened,
}: {
  readonly data: RuleEditorData;
  /** To what was sent last; a new object for each answer. */
  readonly answer: RuleAnswer | undefined;
  /** What is under way, if anything is. */
  readonly busy: RuleAsk["intent"] | undefined;
  readonly send: (ask: RuleAsk) => void;
  readonly leave: () => void;
  /** A new rule has been kept under this id. */
  readonly opened: (id: RuleId) => void;
}) {
  const { rule, shop, status } = data;
  const format = useFormat(shop.timezone);
  const loaded = { form: rule ? formOf(rule, data.products) : emptyForm, editedAt: rule?.editedAt };
  const { form, set, isDirty, expectedEditedAt, beginAnew, standOn } = useRuleForm(loaded);
  const [sent, setSent] = useState(form);
  const shown = problemsShown(answer?.kind === "invalid" ? answer.problems : [], sent, form);

  const ask = (intent: RuleAsk["intent"], expected = expectedEditedAt) => {
    setSent(form);
    // Pausing must not wait for edits to be right.
    const edited = intent !== "pause" && (isDirty || !rule) ? { edited: documentOf(form, shop.currency, rule) } : {};
    send({ intent, ...edited, ...(expected === undefined ? {} : { expectedEditedAt: expected }) });
  };

  const told = useRef(answer);
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    if (answer.saved !== undefined && !rule) opened(answer.saved);
    else if (answer.saved !== undefined && answer.kind !== "paused" && form === sent) beginAnew(loaded);
    if (shown.first) document.getElementById(shown.first)?.focus();
  });

  return (
    <Page
      title={rule?.name ?? words.create}
      titleMetadata={rule ? <StatusBadge status={status} /> : <Badge>{words.status.draft}</Badge>}
      backAction={{ content: words.title, onAction: leave }}
      primaryAction={{
        content: publishWord(status, isDirty),
        onAction: () => ask("publish"),
        loading: busy === "publish",
        disabled: busy !== undefined || (status === "live" && !isDirty),
      }}
      secondaryActions={
        status === "live" || status === "live-changed"
          ? [{ content: words.pause, onAction: () => ask("pause"), loading: busy === "pause" }]
          : []
      }
    >
      <SaveBar id="rule-save-bar" open={isDirty}>
        <button
          type="button"
          variant="primary"
          onClick={() => ask("save")}
          disabled={busy !== undefined}
          {...(busy === "save" ? { loading: "" } : {})}
        >
          {words.save}
        </button>
        <button type="button" onClick={() => beginAnew(loaded)} disabled={busy !== undefined}>
          {words.discard}
        </button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <AnswerBanner
              answer={answer}
              elsewhere={shown.elsewhere}
              isMended={shown.first === undefined && shown.elsewhere.length === 0}
              isStanding={expectedEditedAt === loaded.editedAt}
              onMine={() => {
                standOn(loaded);
                ask("save", loaded.editedAt);
              }}
              onTheirs={() => beginAnew(loaded)}
            />
            {data.warnings.length > 0 ? (
              <Banner tone="warning" title={words.warningsTitle}>
                <List>
                  {data.warnings.map((warning) => (
                    <List.Item key={warning}>{warning}</List.Item>
                  ))}
                </List>
              </Banner>
            ) : null}
            <WhenCard form={form} set={set} currency={shop.currency} problem={shown.beside.triggers} />
            <OfferCard form={form} set={set} currency={shop.currency} format={format} problems={shown.beside} />
            <WordsCard form={form} set={set} problems={shown.beside} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ReadAloud form={form} currency={shop.currency} format={format} />
            <Card>
              <BlockStack gap="400">
                <TextField
                  id="name"
                  label={words.name.label}
                  value={form.name}
                  placeholder={suggestedName(form)}
                  onChange={(name) => set({ name })}
                  maxLength={120}
                  autoComplete="off"
                  helpText={words.name.help}
                  error={shown.beside.name}
                />
                <TextField
                  id="priority"
                  label={words.priority.label}
                  value={form.priority}
                  onChange={(priority) => set({ priority })}
                  inputMode="numeric"
                  autoComplete="off"
                  helpText={words.priority.help}
                  error={shown.beside.priority}
                />
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function publishWord(status: RuleStatus, isDirty: boolean): string {
  if (status === "paused") return words.publishAgain;
  return status === "live-changed" || (status === "live" && isDirty) ? words.publishChanges : words.publish;
}
