import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { Cautions } from "./cautions.tsx";
import { ConflictBanner } from "./conflict-banner.tsx";
import { differencesOf } from "./differences.ts";
import type { RuleEditorData } from "./editor-data.ts";
import { draftKeyOf } from "./kept-draft.ts";
import { documentOf } from "./rule-document.ts";
import type { Asking } from "./use-asking.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import type { RuleEditing } from "./use-rule-editing.ts";

/** What the merchant is told above the rule: what was found in the browser, what was refused, what to look at. */
export function EditorBanners({
  data,
  state,
  asking,
  names,
  rule,
}: {
  readonly data: RuleEditorData;
  readonly state: RuleEditing;
  readonly asking: Asking;
  readonly names: ShopNames;
  /** What is written, as a rule; undefined while something is wrong with it. */
  readonly rule: Rule | undefined;
}) {
  const say = useSay();
  const { begun, elsewhere } = state;
  const { answer, refused } = asking;
  const theirs = begun.rule && data.rule && data.rule.editedAt !== begun.rule.editedAt ? data.rule : undefined;
  return (
    <>
      <KeptBanner data={data} state={state} />
      {begun.rule && theirs ? (
        <ConflictBanner
          title={say("editor.conflict")}
          theirs={differencesOf(begun.rule, theirs, names)}
          mine={rule && differencesOf(begun.rule, rule, names)}
          onMine={asking.saveOver}
          onTheirs={asking.takeTheirs}
        />
      ) : null}
      <AnswerBanner answer={answer} saveAsNew={asking.saveAsNew} />
      {refused ? <ProblemsBanner refused={refused} sentences={elsewhere} /> : null}
      <Cautions rule={rule} data={data} />
    </>
  );
}

function ProblemsBanner({
  refused,
  sentences,
}: {
  readonly refused: "save" | "publish";
  readonly sentences: readonly string[];
}) {
  const say = useSay();
  return (
    <Banner tone="critical" title={say(refused === "save" ? "editor.wrong" : "editor.wrong.publish")}>
      {sentences.length > 0
        ? sentences.map((sentence) => (
            <Text as="p" key={sentence}>
              {sentence}
            </Text>
          ))
        : null}
    </Banner>
  );
}

/** What this browser kept of an earlier visit, offered back. */
function KeptBanner({ data, state }: { readonly data: RuleEditorData; readonly state: RuleEditing }) {
  const say = useSay();
  const { editing, begun, picked, isDirty } = state;
  const format = useFormat(data.shop.timezone);
  const { found, taken, drop } = useKeptDraft(draftKeyOf(data), isDirty, {
    document: editing.document,
    rule: begun.rule,
    products: picked,
  });
  if (!found) return null;
  const bringBack = () => {
    editing.learn(found.products);
    // What someone else saved since is told as what it is.
    if (found.rule) state.standOn({ document: documentOf(found.rule), rule: found.rule });
    state.write(found.document);
    taken();
  };
  return (
    <Banner tone="info" title={say("editor.kept", { at: format.dateTime(found.at) })}>
      <BlockStack gap="300">
        <Text as="p">{say("editor.kept.body")}</Text>
        <InlineStack gap="200">
          <Button onClick={bringBack}>{say("editor.kept.back")}</Button>
          <Button onClick={drop}>{say("editor.kept.away")}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
