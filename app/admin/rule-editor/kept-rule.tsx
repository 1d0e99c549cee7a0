import { useMemo } from "react";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { KeptBanner } from "../kept/kept-banner.tsx";
import type { Draft } from "../kept/kept-draft.ts";
import { useKeptDraft } from "../kept/use-kept-draft.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleEditorData } from "./editor-data.ts";
import { documentOf } from "./rule-document.ts";
import type { RuleEditing } from "./use-rule-editing.ts";

/** A rule as it was written and not saved. */
interface RuleDraft extends Draft {
  /** The rule that it changes, as it was loaded; absent for a new one. */
  readonly rule?: Rule | undefined;
  /** What was known of the products in it. */
  readonly products: readonly PickedProduct[];
}

/** A draft is kept by shop and rule. */
export function draftKeyOf({ domain, rule }: Pick<RuleEditorData, "domain" | "rule">): string {
  return `encore:rule:${domain}:${rule?.id ?? "new"}`;
}

/** Keeps what is written of the rule, and offers back what an earlier visit has left. */
export function KeptRule({
  data,
  state,
  isKept,
}: {
  readonly data: RuleEditorData;
  readonly state: RuleEditing;
  /** Whether all of it is kept as a rule already. */
  readonly isKept: () => boolean;
}) {
  const { editing, begun, picked, isDirty } = state;
  const { document } = editing;
  const { rule } = begun;
  const draft = useMemo((): RuleDraft => ({ document, rule, products: picked }), [document, rule, picked]);
  const { found, taken, drop } = useKeptDraft(draftKeyOf(data), isDirty, draft, {
    written: state.written,
    isSaved: isKept,
  });
  if (!found) return null;
  const bringBack = () => {
    editing.learn(found.products);
    // What someone else saved since is told as what it is.
    if (found.rule) state.standOn({ document: documentOf(found.rule), rule: found.rule });
    state.write(found.document);
    taken();
  };
  return <KeptBanner at={found.at} timezone={data.shop.timezone} bringBack={bringBack} drop={drop} />;
}
