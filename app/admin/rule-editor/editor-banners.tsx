import { Banner, Text } from "@shopify/polaris";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { later } from "../later.tsx";
import { useSay } from "../say.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { Cautions } from "./cautions.tsx";
import type { RuleEditorData } from "./editor-data.ts";
import { KeptRule } from "./kept-rule.tsx";
import type { Asking } from "./use-asking.ts";
import type { RuleEditing } from "./use-rule-editing.ts";

const EditorConflict = later([], () => import("./editor-conflict.tsx"));

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
  const { begun, elsewhere } = state;
  const { answer, refused, theirs } = asking;
  return (
    <>
      <KeptRule key={data.rule?.id} data={data} state={state} isKept={asking.isKept} />
      {begun.rule && theirs ? (
        <EditorConflict
          begun={begun.rule}
          theirs={theirs}
          mine={rule}
          names={names}
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
