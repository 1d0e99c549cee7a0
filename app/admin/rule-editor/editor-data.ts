import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { conflictOfRule } from "#app/core/decision/conflicts.ts";
import { lastPriority } from "#app/core/rules/moved-rule.ts";
import type { PlaceChange } from "#app/core/rules/order-difference.ts";
import { productsAndVariantsIn, productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { settingsOf } from "#app/core/rules/rulebook-settings.ts";
import type { CollectionId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { RulesScreen, RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { type MissingPermission, missingPermissions } from "../rules/missing-permissions.ts";
import {
  listedRules,
  orderChanged,
  type RuleStatus,
  type RuleTrouble,
  statusOf,
  troubleOf,
} from "../rules/rule-row.ts";
import { warningsOf } from "../rules/warnings.ts";
import type { EditorShop } from "./editing.tsx";

/** What the editor of one rule needs to know beforehand. */
export interface RuleEditorData {
  /** What is kept in the browser is kept by shop. */
  readonly domain: Shop;
  readonly shop: EditorShop;
  /** As the shop edits it; absent for a rule that is not there yet. */
  readonly rule?: Rule | undefined;
  /**
   * As everyone is asked by it who is in no trial; absent where it was never published. Of one that only made room for
   * others with the priority that it has now: that is no change of its own.
   */
  readonly live?: Rule | undefined;
  /** Its places in what is live and in the draft, where it was moved. */
  readonly moved?: PlaceChange | undefined;
  /** For a new rule: it is asked after the others. */
  readonly lastPriority: number;
  readonly status: RuleStatus;
  /** What kept the rule, as it was saved, from doing what it says. */
  readonly trouble: RuleTrouble;
  /** Our copy of the products that the draft or the live one names. */
  readonly products: readonly CatalogProduct[];
  readonly collections: readonly { readonly id: CollectionId; readonly title: string }[];
  /** The others, for conditions that speak of one. */
  readonly rules: readonly { readonly id: RuleId; readonly name: string }[];
  /** Something is live that those can be asked by who do not try it. */
  readonly canTry: boolean;
  readonly trial?: RunningTrial | undefined;
  /** What the merchant has not agreed to yet. */
  readonly missing: readonly MissingPermission[];
  /** When this was so: schedules are over or not by it. */
  readonly now: Instant;
}

/** Undefined when the shop has no such rule. */
export function editorDataOf(
  screen: RulesScreen,
  { domain, shop, id, now }: Pick<RuleEditorData, "domain" | "shop" | "now"> & { readonly id: RuleId | "new" },
): RuleEditorData | undefined {
  const { draft, published, trial, collections } = screen;
  const rule = draft.rulebook.rules.find((one) => one.id === id);
  if (!rule && id !== "new") return undefined;
  const live = published?.rulebook.rules.find((one) => one.id === id);
  const order = orderChanged(screen);
  const moved = order.moved.get(id as RuleId);
  const isNamed = namedBy([...(rule ? [rule] : []), ...(live ? [live] : [])]);
  return {
    domain,
    shop: { ...shop, settings: settingsOf(draft.rulebook) },
    ...(rule ? { rule } : {}),
    ...(live ? { live: order.aside.has(live.id) && rule ? { ...live, priority: rule.priority } : live } : {}),
    ...(moved ? { moved } : {}),
    lastPriority: lastPriority(listedRules(screen)),
    status: rule ? statusOf(rule, live, order) : "draft",
    trouble: rule ? savedTrouble(rule, screen) : { warnings: [] },
    products: screen.products.filter(isNamed),
    collections,
    rules: draft.rulebook.rules.filter((one) => one.id !== id).map(({ id: other, name }) => ({ id: other, name })),
    canTry: published !== undefined,
    ...(trial ? { trial } : {}),
    missing: missingPermissions(screen),
    now,
  };
}

function savedTrouble(rule: Rule, screen: RulesScreen): RuleTrouble {
  const known = new Map(screen.products.map((product) => [product.id, product]));
  const names = new Map(screen.draft.rulebook.rules.map(({ id, name }) => [id, name]));
  const conflict = conflictOfRule(rule, listedRules(screen));
  return troubleOf(rule, warningsOf(rule, known), conflict, (id) => names.get(id) ?? id);
}

/** Whether one of the rules names the product, itself or by a variant. */
function namedBy(rules: readonly Rule[]): (product: CatalogProduct) => boolean {
  const products = new Set(rules.flatMap((rule) => [...productsNamedBy(rule)]));
  const asked = new Set(rules.flatMap(({ when }) => [...productsAndVariantsIn(when)]));
  return ({ id, variants }) => products.has(id) || variants.some((variant) => asked.has(variant.id));
}
