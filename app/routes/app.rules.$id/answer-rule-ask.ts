import { answeredOr } from "#app/admin/answered.ts";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import type { RuleAnswer, RuleAsk } from "#app/admin/rules/rule-answer.ts";
import { simpleRuleOf } from "#app/admin/rules/simple-rule.ts";
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
export async function answerRuleAsk(encore: Encore, who: Who, id: RuleId | "new", ask: RuleAsk): Promise<RuleAnswer> {
  const { intent } = ask;
  const kept = ask.edited ? await told(encore, () => save(encore, who, id, ask)) : undefined;
  if (kept && kept.kind !== "saved") return kept;
  const rule = kept?.saved ?? (id as RuleId);
  if (intent === "save") return { kind: "saved", saved: rule };
  const done = await told(encore, () => publishOrPause(encore, who, rule, intent));
  return kept ? { ...done, saved: rule } : done;
}

async function save(encore: Encore, who: Who, id: RuleId | "new", ask: RuleAsk): Promise<RuleAnswer> {
  const rule = id === "new" ? newRuleId(ask.edited?.name) : id;
  if (!(await isForTheForm(encore, who.shop, rule))) return { kind: "changed-meanwhile" };
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

/** A rule that says more than the form can, by an import meanwhile, must not be overwritten by what the form can say. */
async function isForTheForm(encore: Encore, shop: Shop, id: RuleId): Promise<boolean> {
  const screen = await encore.readModels.rulesScreen(shop);
  const rule = screen.draft.rulebook.rules.find((one) => one.id === id);
  return rule === undefined || simpleRuleOf(rule, screen.shop.currency) !== undefined;
}

async function publishOrPause(
  encore: Encore,
  who: Who,
  rule: RuleId,
  intent: "publish" | "pause",
): Promise<RuleAnswer> {
  const outcome = await encore.flows[intent === "publish" ? "publishRule" : "pauseRule"]({ ...who, rule });
  return outcome.kind === "published" || outcome.kind === "paused" ? { kind: outcome.kind, saved: rule } : outcome;
}

const told = (encore: Encore, work: () => Promise<RuleAnswer>): Promise<RuleAnswer> =>
  answeredOr(work, (why) => ({ kind: "failed", why }), encore);
