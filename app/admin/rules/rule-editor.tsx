import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Card, Layout, Page, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { OfferCard } from "./offer-card.tsx";
import { problemsShown } from "./problems.ts";
import { ReadAloud } from "./read-aloud.tsx";
import type { RuleAsk } from "./rule-answer.ts";
import { RuleCautions } from "./rule-cautions.tsx";
import type { RuleEditorProps } from "./rule-editor-props.ts";
import { documentOf, emptyForm, formOf, suggestedName } from "./rule-form.ts";
import { RuleShown } from "./rule-shown.tsx";
import { simpleRuleOf } from "./simple-rule.ts";
import { StatusBadge } from "./status-badge.tsx";
import { SurfacesCard } from "./surfaces-card.tsx";
import { useRuleForm } from "./use-rule-form.ts";
import { WhenCard } from "./when-card.tsx";
import { publishWord, ruleWords as words } from "./words.ts";
import { WordsCard } from "./words-card.tsx";

/** A rule in its fields, or only in words where it says more than there are fields for. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, readOnly } = props.data;
  return rule && readOnly !== undefined ? (
    <RuleShown {...props} rule={rule} sentence={readOnly} />
  ) : (
    <RuleFields {...props} />
  );
}

/** A rule as a sentence with its fields; says what is wrong beside the field, and loses nothing that was written. */
function RuleFields({ data, answer, busy, send, leave, opened }: RuleEditorProps) {
  const { rule, shop, status } = data;
  const format = useFormat(shop.timezone);
  const simple = rule && simpleRuleOf(rule, shop.currency);
  const loaded = { form: rule && simple ? formOf(rule, simple, data.products) : emptyForm, editedAt: rule?.editedAt };
  const { form, set, isDirty, expectedEditedAt, beginAnew, standOn } = useRuleForm(loaded);
  const [sent, setSent] = useState(form);
  const shown = problemsShown(answer?.kind === "invalid" ? answer.problems : [], sent, form, useSay());

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
            <RuleCautions data={data} format={format} />
            <WhenCard form={form} set={set} currency={shop.currency} problem={shown.beside.triggers} />
            <SurfacesCard form={form} set={set} problem={shown.beside.surfaces} />
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
