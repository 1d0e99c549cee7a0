import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useMemo } from "react";
import { pickedFromCatalog } from "../rules/picked-product.ts";
import { StatusBadge } from "../rules/status-badge.tsx";
import { useSay } from "../say.tsx";
import { EditingProvider, type RuleDocument } from "./editing.tsx";
import type { EditorAnswer, EditorAsk } from "./editor-ask.ts";
import type { RuleEditorData } from "./editor-data.ts";
import { documentOf, EMPTY_DOCUMENT, namedDocument } from "./rule-document.ts";
import { useRuleEditing } from "./use-rule-editing.ts";

export interface RuleEditorProps {
  readonly data: RuleEditorData;
  /** What a new rule begins with. */
  readonly template?: RuleDocument | undefined;
  /** To what was sent last; a new object for each answer. */
  readonly answer: EditorAnswer | undefined;
  /** What is under way, if anything is. */
  readonly busy: EditorAsk["intent"] | undefined;
  readonly send: (ask: EditorAsk) => void;
  readonly leave: () => void;
}

/** Any rule, whole: left the sentence it is, right what it does. */
export function RuleEditorPage({ data, template = EMPTY_DOCUMENT, busy, send, leave }: RuleEditorProps) {
  const say = useSay();
  const { rule, shop, status } = data;
  const known = useMemo(
    () => ({
      shop,
      rules: data.rules,
      products: data.products.map((product) => pickedFromCatalog(product.id, product)),
      collections: new Map(data.collections.map((one) => [one.id, one])),
    }),
    [data, shop],
  );
  const loaded = rule
    ? { document: documentOf(rule), editedAt: rule.editedAt }
    : { document: template, editedAt: undefined };
  const { editing, begun, isDirty, latest, beginAnew } = useRuleEditing(loaded, known);
  const save = () =>
    send({
      intent: "save",
      edited: namedDocument(latest(), editing.products),
      ...(begun.editedAt === undefined ? {} : { expectedEditedAt: begun.editedAt }),
    });
  return (
    <EditingProvider editing={editing}>
      <Page
        title={rule?.name ?? say("editor.new")}
        titleMetadata={<StatusBadge status={status} />}
        backAction={{ content: say("frame.rules"), onAction: leave }}
      >
        <SaveBar id="rule-save-bar" open={isDirty}>
          <button type="button" variant="primary" onClick={save} disabled={busy !== undefined}>
            {say("editor.save")}
          </button>
          <button type="button" onClick={() => beginAnew(loaded)} disabled={busy !== undefined}>
            {say("editor.discard")}
          </button>
        </SaveBar>
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">{null}</BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">{null}</BlockStack>
          </Layout.Section>
        </Layout>
      </Page>
    </EditingProvider>
  );
}
