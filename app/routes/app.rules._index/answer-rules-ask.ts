import type { Who } from "#app/admin/ask-in.ts";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import type { ManyIntent, RulesAnswer, RulesAsk } from "#app/admin/rules/rules-ask.ts";
import type { Encore } from "#app/composition.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import type { Message, Told } from "#app/core/values/say.ts";

/** Does what the list asks, by one flow. */
export async function answerRulesAsk(encore: Encore, who: Who, ask: RulesAsk): Promise<RulesAnswer> {
  switch (ask.intent) {
    case "move": {
      const outcome = await encore.flows.moveRule({ ...who, rule: ask.rule, to: ask.to, seen: ask.seen });
      if (outcome.kind !== "moved") return refused(outcome);
      const { place, changed, othersChanged } = outcome;
      if (othersChanged) return done("rules.done.moved-among-others", { place });
      return changed === 0 ? { kind: "done" } : done("rules.done.moved", { place });
    }
    case "duplicate": {
      const copy = newRuleId(ask.name);
      const outcome = await encore.flows.duplicateRule({ ...who, rule: ask.rule, copy, name: ask.name });
      return outcome.kind === "duplicated"
        ? { ...done("rules.done.duplicated"), opened: outcome.rule }
        : refused(outcome);
    }
    default:
      return answerMany(encore, who, ask);
  }
}

async function answerMany(
  { flows }: Encore,
  who: Who,
  { intent, rules, editedAt }: Extract<RulesAsk, { intent: ManyIntent }>,
): Promise<RulesAnswer> {
  switch (intent) {
    case "publish": {
      const outcome = await flows.publishRules({ ...who, rules, editedAt });
      return outcome.kind === "published" ? done("rules.done.published", { count: rules.length }) : refused(outcome);
    }
    case "pause":
    case "archive": {
      const outcome = await flows.takeRulesOff({ ...who, rules, as: intent === "pause" ? "paused" : "archived" });
      if (outcome.kind !== "taken-off") return refused(outcome);
      return intent === "pause"
        ? done("rules.done.paused", { count: outcome.wereLive })
        : done("rules.done.archived", { count: rules.length });
    }
    case "restore": {
      const outcome = await flows.restoreRules({ ...who, rules });
      return outcome.kind === "restored" ? done("rules.done.restored", { count: outcome.rules }) : refused(outcome);
    }
    case "delete": {
      const outcome = await flows.deleteDrafts({ ...who, rules });
      if (outcome.kind !== "deleted") return refused(outcome);
      if (outcome.kept > 0) return why("rules.done.kept", { count: outcome.kept });
      return done("rules.done.deleted", { count: outcome.rules });
    }
    default:
      return unreachable(intent);
  }
}

const done = (message: Message, values: Told["values"] = {}) => ({ kind: "done", told: { message, values } }) as const;
const why = (message: Message, values: Told["values"] = {}) => ({ kind: "refused", why: { message, values } }) as const;

type Refusal =
  | { readonly kind: "not-found" | "changed-meanwhile" | "no-room" | "nothing-to-try-against" }
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number };

function refused(refusal: Refusal): RulesAnswer {
  switch (refusal.kind) {
    case "not-found":
    case "nothing-to-try-against":
      return why("rules.refused.gone");
    case "changed-meanwhile":
      return why("rules.refused.changed");
    case "no-room":
      return why("rules.refused.no-room");
    case "trial-running":
      return why("rules.refused.trial", { version: refusal.version, percent: refusal.percent });
    default:
      return unreachable(refusal);
  }
}
