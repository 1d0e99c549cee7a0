import { answeredOr } from "#app/admin/answered.ts";
import type { Who } from "#app/admin/ask-in.ts";
import type { EditorAnswer, EditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import type { Encore } from "#app/composition.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { PublishRuleAsk } from "#app/flows/publish-rule.ts";

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
  if (kept && kept.kind !== "kept") return kept;
  const rule = kept?.rule ?? (id as RuleId);
  const { intent, to } = ask;
  if (intent === "save") return { kind: "saved", saved: rule };
  const seen = kept ? kept.editedAt : ask.expectedEditedAt;
  const done = await answered(encore, () => publishOrPause(encore, who, rule, { intent, to, expectedEditedAt: seen }));
  return kept ? { ...done, saved: rule } : done;
}

interface Kept {
  readonly kind: "kept";
  readonly rule: RuleId;
  readonly editedAt: Instant;
}

async function save(encore: Encore, who: Who, id: RuleId | "new", ask: EditorAsk): Promise<EditorAnswer | Kept> {
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
  return { kind: "kept", rule, editedAt: outcome.rule.editedAt };
}

async function publishOrPause(
  { flows }: Encore,
  who: Who,
  rule: RuleId,
  { intent, to = "everyone", expectedEditedAt }: Pick<EditorAsk, "intent"> & Omit<PublishRuleAsk, "rule" | keyof Who>,
): Promise<EditorAnswer> {
  if (intent === "pause") {
    const outcome = await flows.pauseRule({ ...who, rule });
    return outcome.kind === "paused" ? { kind: "paused", saved: rule } : outcome;
  }
  const outcome = await flows.publishRule({ ...who, rule, to, expectedEditedAt });
  if (outcome.kind !== "published") return outcome;
  return { kind: to === "everyone" ? "published" : "tried", saved: rule };
}

const answered = <Answer extends { readonly kind: string }>({ log }: Encore, work: () => Promise<Answer>) =>
  answeredOr<Answer | Extract<EditorAnswer, { kind: "failed" }>>(work, (why) => ({ kind: "failed", why }), { log });
