import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { Dice } from "#bench/frame/dice.ts";
import { generatedPurchase } from "./generated/purchase.ts";
import { generatedRulebook, generatedUses } from "./generated/rulebook.ts";
import { generatedShop } from "./generated/shop.ts";

/** A whole question, made of nothing but its number. */
export interface Generated {
  readonly number: number;
  readonly catalog: Catalog;
  readonly facts: Facts;
  readonly rulebook: Rulebook;
  readonly uses: ReadonlyMap<RuleId, RuleUse>;
}

/**
 * The same question for the same number, always: the golden file rests on it, so this and what it calls are never changed;
 * what is to be generated otherwise gets a generator of its own.
 */
export function generated(number: number): Generated {
  const dice = new Dice(number * 2_654_435_761);
  const catalog = generatedShop(dice);
  const facts = generatedPurchase(dice, catalog);
  const rulebook = generatedRulebook(dice, facts, catalog);
  return { number, catalog, facts, rulebook, uses: generatedUses(dice, rulebook) };
}
