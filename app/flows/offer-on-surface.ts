import { type EarlierAnswers, type GoingOn, goingOn, takenBefore } from "#app/core/acceptance/earlier-answers.ts";
import { evidenceOnPath } from "#app/core/acceptance/evidence-on-path.ts";
import { compile } from "#app/core/decision/compile.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import type { Evidence } from "#app/core/decision/evidence.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import { objectionOfLimits, type RuleUses } from "#app/core/decision/guards.ts";
import { offerOnPath } from "#app/core/decision/offer-on-path.ts";
import { hasLimitsOfTheShop } from "#app/core/decision/rule-use.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { Path, Rule } from "#app/core/rules/rulebook.ts";
import type { DecisionId, RuleId } from "#app/core/values/ids.ts";
import { instantOfLocal } from "#app/core/values/shop-time.ts";
import { idOf } from "#app/platform/ids.ts";
import type { CustomerFacts } from "#app/stores/customer-facts.ts";
import { followUpId } from "./follow-up-id.ts";

/** What was decided for a page, with all that keeping and drawing it needs. */
export interface MadeOnSurface {
  readonly id: DecisionId;
  readonly facts: Facts;
  readonly compiled: CompiledRulebook;
  readonly step: number;
  readonly decision: Decision;
  /** Whose offer it is; of what follows on a path, the rule with that part of the path in place of its own. */
  readonly rule?: Rule;
  readonly evidence: () => Evidence;
}

/** What the database knows of the shopper and of this purchase. */
export type KnownOfPurchase = Pick<CustomerFacts, "history" | "use"> & { readonly earlier: EarlierAnswers };

const FIRST_STEP = 1;
const AFTER_POST_PURCHASE: ReadonlySet<Surface> = new Set(["thank-you", "order-status"]);

/** What was answered before is not offered again; who the customer is and what they bought is added where it is known. */
export function factsKnowing(asked: Facts, { history, earlier }: Pick<CustomerFacts, "history" | "earlier">): Facts {
  const taken = earlier ? takenBefore(asked.surface, earlier) : [];
  return { ...asked, ...(history ? { history } : {}), ...(taken.length > 0 ? { taken } : {}) };
}

/** The rules whose limits may be asked though no condition finds them: what follows a no on the page before. */
export function limitedFurtherOn({ facts, compiled }: Pick<MadeOnSurface, "facts" | "compiled">): RuleId[] {
  if (!AFTER_POST_PURCHASE.has(facts.surface)) return [];
  const rules = compiled.surfaces.get(facts.surface)?.rules ?? [];
  return rules.filter(({ rule }) => rule.path.ifDeclined && hasLimitsOfTheShop(rule.limits)).map(({ rule }) => rule.id);
}

/**
 * The offer of a page: first what follows the last no of the post-purchase page, if it was not shown there and may be shown
 * here; else what the rules of this page say.
 */
export function offerOnSurface(
  asked: Facts,
  known: KnownOfPurchase,
  compiled: CompiledRulebook,
  rulebooks: readonly CompiledRulebook[],
): MadeOnSurface {
  const facts = factsKnowing(asked, known);
  return furtherOn(facts, known, rulebooks) ?? firstOffer(facts, known, compiled);
}

/**
 * The offer that a page says it shows, decided again by its own rule alone: the page may have decided from rules that were
 * live a moment ago, or that stood behind one which it could not know. Undefined where the rule does not offer it.
 */
export function namedOffer(
  name: OfferName,
  asked: Facts,
  known: KnownOfPurchase,
  compiled: CompiledRulebook,
): MadeOnSurface | undefined {
  const facts = factsKnowing(asked, known);
  if (name.step > FIRST_STEP) {
    const further = furtherOn(facts, known, [compiled]);
    return further?.step === name.step && further.rule?.id === name.rule ? further : undefined;
  }
  const rule = compiled.rulebook.rules.find(({ id }) => id === name.rule);
  if (!rule) return undefined;
  const made = firstOffer(facts, known, compiled);
  if (made.rule?.id === name.rule) return made;
  const alone = compile({ ...compiled.rulebook, rules: [rule] }, compiled.version, compiled.catalog);
  const other = firstOffer(facts, known, alone);
  return other.decision.kind === "show" ? other : undefined;
}

function firstOffer(facts: Facts, { use }: KnownOfPurchase, compiled: CompiledRulebook): MadeOnSurface {
  const uses = usesIn(use);
  const decision = decide(facts, compiled, uses);
  const { shop, reference, surface } = facts;
  const told = [surface, purchaseFingerprint(facts), compiled.version, JSON.stringify(decision)];
  const rule = decision.kind === "show" && compiled.rulebook.rules.find(({ id }) => id === decision.offer.rule);
  return {
    id: idOf(shop, reference, ...told) as DecisionId,
    facts,
    compiled,
    step: FIRST_STEP,
    decision,
    ...(rule ? { rule } : {}),
    evidence: () => evidenceOf(facts, compiled, uses),
  };
}

function furtherOn(
  facts: Facts,
  { use, earlier }: KnownOfPurchase,
  rulebooks: readonly CompiledRulebook[],
): MadeOnSurface | undefined {
  const going = AFTER_POST_PURCHASE.has(facts.surface) ? goingOn(earlier) : undefined;
  const compiled = going && rulebooks.find(({ version }) => version === going.version);
  const rule = compiled?.rulebook.rules.find(({ id }) => id === going?.rule);
  const path = rule && going && pathAt(rule.path, going.after);
  if (!compiled || !path || rule.status !== "active" || !rule.surfaces.includes(facts.surface)) return undefined;
  const { until } = rule.schedule ?? {};
  if (until !== undefined && facts.at >= instantOfLocal(until, compiled.catalog.shop.timezone)) return undefined;
  const uses = usesIn(use);
  // Its conditions held when the first offer was made and are not asked again; its end and its limits are.
  if (
    rule.limits &&
    objectionOfLimits(rule.limits, rule.id, facts, compiled.catalog.shop.currency, uses.get(rule.id))
  ) {
    return undefined;
  }
  const owner = { rule: rule.id, ruleName: rule.name, rulebookVersion: compiled.version };
  const offer = offerOnPath(path, owner, facts, compiled, going.taken);
  if (!offer) return undefined;
  return {
    id: followUpId({ ...facts, ...going, answer: "declined" }),
    facts,
    compiled,
    step: going.step,
    decision: { kind: "show", offer },
    rule: { ...rule, path },
    evidence: () => evidenceOnPath(path, rule.id, facts, compiled, uses),
  };
}

function pathAt(path: Path, after: GoingOn["after"]): Path | undefined {
  return after.reduce<Path | undefined>(
    (step, answer) => (answer === "accepted" ? step?.ifAccepted : step?.ifDeclined),
    path,
  );
}

function usesIn(use: CustomerFacts["use"]): RuleUses {
  return new Map(use.map((one) => [one.rule, one]));
}
