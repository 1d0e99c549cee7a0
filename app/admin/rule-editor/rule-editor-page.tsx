import { BlockStack, Page } from "@shopify/polaris";
import { useDeferredValue } from "react";
import { helpAction } from "../help-action.ts";
import { later } from "../later.tsx";
import { StatusBadge } from "../rules/status-badge.tsx";
import { useSay } from "../say.tsx";
import styles from "./columns.module.css";
import { EditingProvider } from "./editing.tsx";
import { EditorBanners } from "./editor-banners.tsx";
import { EditorSaveBar } from "./editor-save-bar.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { OfferStep } from "./offer/offer-step.tsx";
import { OnCard } from "./on-card.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { EMPTY_DOCUMENT } from "./rule-document.ts";
import type { RuleEditorProps } from "./rule-editor-props.ts";
import { PUBLISH_BUTTON, ToldAbove } from "./told-above.tsx";
import { useAsking } from "./use-asking.ts";
import { useLoaded } from "./use-loaded.ts";
import { useOthersEdits } from "./use-others-edits.ts";
import { useRuleEditing } from "./use-rule-editing.ts";
import { useRuleNames } from "./use-rule-names.ts";
import { WhenCard } from "./when/when-card.tsx";

const PublishModal = later([], () => import("./publish-modal.tsx"));

/** Any rule, whole: left the sentence that it is, right what it does. */
export function RuleEditorPage({ template = EMPTY_DOCUMENT, ...props }: RuleEditorProps) {
  const say = useSay();
  const { data, busy, leave, refresh, beside } = props;
  const { loaded, known } = useLoaded(data, template);
  const state = useRuleEditing(loaded, known);
  const asking = useAsking({ ...props, loaded, state });
  const names = useRuleNames(state.editing);
  useOthersEdits(data.rule, refresh);
  const rule = useDeferredValue(state.checked.rule);
  const { status } = data;
  const isOnline = status === "live" || status === "live-changed";
  return (
    <EditingProvider editing={state.editing}>
      <Page
        title={data.rule?.name ?? say("editor.new")}
        titleMetadata={<StatusBadge status={status} />}
        backAction={{ content: say("frame.rules"), onAction: leave }}
        primaryAction={{
          id: PUBLISH_BUTTON,
          content: say(PUBLISH_WORDS[status === "live" && state.isDirty ? "live-changed" : status]),
          onAction: asking.review,
          disabled: busy !== undefined || (status === "live" && !state.isDirty),
        }}
        secondaryActions={[
          ...(isOnline ? [{ content: say("editor.pause"), onAction: asking.pause, loading: busy === "pause" }] : []),
          ...(data.rule ? [] : [{ content: say("editor.template"), url: "/app/rules/templates" }]),
          helpAction(say, "rule-editor"),
        ]}
      >
        <EditorSaveBar isOpen={state.isDirty} busy={busy} save={asking.save} discard={asking.discard} />
        <div className={styles.columns}>
          <BlockStack gap="400">
            <ToldAbove answer={asking.answer} isReviewing={asking.reviewed !== undefined}>
              {asking.reviewed ? (
                <PublishModal
                  live={data.live}
                  moved={asking.reviewed.priority === data.rule?.priority ? data.moved : undefined}
                  rule={asking.reviewed}
                  names={names}
                  canTry={data.canTry}
                  isBusy={busy === "publish"}
                  publish={asking.publish}
                  close={asking.closeReview}
                />
              ) : null}
              <EditorBanners data={data} state={state} asking={asking} names={names} rule={rule} />
            </ToldAbove>
            <WhenCard />
            <OnCard missing={data.missing} />
            <OfferStep place="path" />
            <LimitsCard rule={rule} names={names} />
          </BlockStack>
          <BlockStack gap="400">
            <ReadAloud rule={rule} names={names} />
            {beside}
          </BlockStack>
        </div>
      </Page>
    </EditingProvider>
  );
}

const PUBLISH_WORDS = {
  draft: "editor.publish",
  live: "editor.publish",
  "live-changed": "editor.publish.changes",
  paused: "editor.publish.again",
  archived: "editor.publish.again",
} as const;
