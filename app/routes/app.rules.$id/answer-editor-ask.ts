import { answeredOr } from "#app/admin/answered.ts";
import type { EditorAnswer, EditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import type { Encore } from "#app/composition.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";

interface Who {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
}

/**
 * Saves what is unsaved, then publishes or pauses if that was asked. What fails is an answer too, never an error page:
 * what the merchant wrote stands only in their browser.
 */
export async function answerEditorAsk(
  encore: Encore,
  who: Who,
  id: RuleId | "new",
  ask: EditorAsk,
): Promise<EditorAnswer> {
  const kept = ask.edited ? await answered(encore, () => save(encore, who, id, ask)) : undefined;
  if (kept && kept.kind !== "saved") return kept;
  const rule = kept?.saved ?? (id as RuleId);
  if (ask.intent === "save") return { kind: "saved", saved: rule };
  const done = await answered(encore, () => publishOrPause(encore, who, rule, ask));
  return kept ? { ...done, saved: rule } : done;
}

async function save(encore: Encore, who: Who, id: RuleId | "new", ask: EditorAsk): Promise<EditorAnswer> {
  const rule = id === "new" ? newRuleId(ask.edited?.name) : id;
  const outcome = await encore.flows.saveRule({
    ...who,
    id: rule,
    document: ask.edited,
    ...(ask.expectedEditedAt === undefined ? {} : { expectedEditedAt: ask.expectedEditedAt }),
  });
  if (outcome.kind !== "saved") return outcome;
  // Publishing reads them too; without them a draft is only less pretty.
  if (ask.intent === "save") {
    await encore.flows
      .copyNamedProducts({ shop: who.shop, rule: outcome.rule })
      .catch((error: unknown) => encore.log.error({ err: error }, "a draft's products could not be copied"));
  }
  return { kind: "saved", saved: rule };
}

async function publishOrPause(
  { flows }: Encore,
  who: Who,
  rule: RuleId,
  { intent, to = "everyone" }: EditorAsk,
): Promise<EditorAnswer> {
  if (intent === "pause") {
    const outcome = await flows.pauseRule({ ...who, rule });
    return outcome.kind === "paused" ? { kind: "paused", saved: rule } : outcome;
  }
  const outcome = await flows.publishRule({ ...who, rule, to });
  if (outcome.kind !== "published") return outcome;
  return { kind: to === "everyone" ? "published" : "tried", saved: rule };
}

const answered = ({ log }: Encore, work: () => Promise<EditorAnswer>): Promise<EditorAnswer> =>
  answeredOr(work, (why) => ({ kind: "failed", why }), { log });
