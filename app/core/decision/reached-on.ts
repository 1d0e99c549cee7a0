import type { Facts } from "../facts/facts.ts";
import type { Rule } from "../rules/rulebook.ts";
import type { RuleId } from "../values/ids.ts";
import { compile } from "./compile.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import { decide } from "./decide.ts";
import type { ChosenOffer } from "./decision.ts";

/** The rule whose offer a page would have shown. */
export interface Reached {
  readonly rule: RuleId;
  readonly ruleName: string;
  /** It stands on that page already; else it is one of the post-purchase page that could. */
  readonly isThere: boolean;
}

/**
 * What the page in the facts would have shown to a purchase that the post-purchase page was not opened for: the offer of a
 * rule that stands there, else of one that only stands on the post-purchase page and would fit there too. Undefined where
 * neither is known for sure: whatever is paid in another currency fits no rule that names an amount, for nothing is converted.
 */
export function reachedOn(facts: Facts, compiled: CompiledRulebook): Reached | undefined {
  const { rulebook, version, catalog } = compiled;
  const isForeign = facts.presentmentCurrency !== catalog.shop.currency;
  const sure = isForeign ? rulebook.rules.filter((rule) => !namesAnAmount(rule)) : rulebook.rules;
  const decided = (rules: readonly Rule[]) => decide(facts, compile({ ...rulebook, rules }, version, catalog));

  const there = isForeign ? decided(sure) : decide(facts, compiled);
  if (there.kind === "show") return reached(there.offer, true);
  const moved = sure
    .filter(({ surfaces }) => surfaces.includes("post-purchase") && !surfaces.includes(facts.surface))
    .map((rule) => ({ ...rule, surfaces: [facts.surface] }));
  const could = moved.length > 0 ? decided(moved) : undefined;
  return could?.kind === "show" ? reached(could.offer, false) : undefined;
}

const reached = ({ rule, ruleName }: ChosenOffer, isThere: boolean): Reached => ({ rule, ruleName, isThere });

/** In what it asks or in what it takes off; what its limits may cost is counted in the shop's own currency. */
function namesAnAmount({ when, path: { offer } }: Rule): boolean {
  return holdsMoney([when, offer.discount]);
}

function holdsMoney(document: unknown): boolean {
  if (typeof document !== "object" || document === null) return false;
  return "minor" in document || Object.values(document).some(holdsMoney);
}
