import { AppProvider } from "@shopify/polaris";
import english from "@shopify/polaris/locales/en.json" with { type: "json" };
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { LocaleProvider } from "#app/admin/format.tsx";
import type { RuleDocument } from "#app/admin/rule-editor/editing.tsx";
import type { EditorAnswer, EditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import type { RuleEditorData } from "#app/admin/rule-editor/editor-data.ts";
import { KeptRule } from "#app/admin/rule-editor/kept-rule.tsx";
import { useAsking } from "#app/admin/rule-editor/use-asking.ts";
import { useLoaded } from "#app/admin/rule-editor/use-loaded.ts";
import { useRuleEditing } from "#app/admin/rule-editor/use-rule-editing.ts";
import { SayProvider } from "#app/admin/say.tsx";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { loadAreas } from "#app/locales/areas.ts";

/** What the editor asked for, and what the test makes come of it. */
export interface Outside {
  readonly sent: { readonly ask: EditorAsk; readonly as: string }[];
  readonly opened: string[];
  /** The page shows this rule now; undefined: the editor is left. */
  show: (rule: Rule | "new" | undefined) => void;
  answer: (answer: EditorAnswer) => void;
}

const outside: Outside = { sent: [], opened: [], show: () => undefined, answer: () => undefined };
Object.assign(window, { outside });

const DATA: RuleEditorData = {
  domain: "demo.myshopify.com" as Shop,
  shop: {
    currency: "GBP" as Currency,
    timezone: "Europe/London",
    languages: ["en"],
    currencies: ["GBP" as Currency],
  },
  lastPriority: 1,
  status: "draft",
  trouble: { warnings: [] },
  products: [],
  collections: [],
  rules: [],
  canTry: false,
  missing: [],
  now: 0,
};

const { template } = window as unknown as { readonly template: RuleDocument };

function Editor({ data, answer }: { readonly data: RuleEditorData; readonly answer: EditorAnswer | undefined }) {
  const { loaded, known } = useLoaded(data, template);
  const state = useRuleEditing(loaded, known);
  const asking = useAsking({
    data,
    answer,
    send: (ask, as) => outside.sent.push({ ask, as }),
    opened: (id: RuleId) => outside.opened.push(id),
    loaded,
    state,
  });
  const { document, set } = state.editing;
  return (
    <>
      <KeptRule key={data.rule?.id} data={data} state={state} isKept={asking.isKept} />
      <label>
        Name
        <input value={String(document.name)} onChange={({ target }) => set("name", target.value)} />
      </label>
      <p role="status">{state.isDirty ? "Unsaved" : "Saved"}</p>
      <button type="button" onClick={asking.save}>
        Save
      </button>
      <button type="button" onClick={asking.discard}>
        Discard
      </button>
    </>
  );
}

function Shown() {
  const [rule, setRule] = useState<Rule | "new" | undefined>("new");
  const [answer, setAnswer] = useState<EditorAnswer>();
  Object.assign(outside, { show: setRule, answer: setAnswer });
  if (!rule) return <p>Elsewhere</p>;
  return <Editor data={rule === "new" ? DATA : { ...DATA, rule }} answer={answer} />;
}

await loadAreas(["frame", "editor", "engine"]);
createRoot(document.body.appendChild(document.createElement("main"))).render(
  <AppProvider i18n={english}>
    <LocaleProvider locale="en-GB">
      <SayProvider locale="en-GB">
        <Shown />
      </SayProvider>
    </LocaleProvider>
  </AppProvider>,
);
