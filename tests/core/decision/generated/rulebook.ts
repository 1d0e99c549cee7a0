import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import type {
  BundleItem,
  Discount,
  Limits,
  NamedProduct,
  Offer,
  ProductSource,
  Rule,
  Rulebook,
} from "#app/core/rules/rulebook.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import type { Dice } from "#bench/frame/dice.ts";
import { generatedClause, generatedWindow } from "./conditions.ts";
import { RULE_IDS } from "./purchase.ts";
import { COLLECTIONS, EUR, PRODUCTS, REPLACING, SURFACES, variantsOf } from "./shop.ts";

export function generatedRulebook(dice: Dice, facts: Facts, catalog: Catalog): Rulebook {
  const ids = dice.someOf(RULE_IDS, dice.between(1, RULE_IDS.length));
  return {
    format: 1,
    ...(dice.percent(20) && {
      guards: {
        ...(dice.percent(60) && { priceCapPercent: dice.between(500, 10_000) / 100 }),
        ...(dice.percent(50) && { marginFloorPercent: dice.between(500, 8_000) / 100 }),
      },
    }),
    rules: ids.map((id) => generatedRule(dice, id, facts, catalog)),
  };
}

function generatedRule(dice: Dice, id: Rule["id"], facts: Facts, catalog: Catalog): Rule {
  const surfaces = dice.percent(85) ? [facts.surface] : dice.someOf(SURFACES, dice.between(1, 3));
  return {
    id,
    name: `Rule ${id}`,
    status: dice.percent(85) ? "active" : dice.oneOf(["draft", "paused", "archived"] as const),
    surfaces,
    when: generatedClause(dice, facts, catalog),
    path: { offer: generatedOffer(dice, surfaces, facts, catalog) },
    priority: dice.between(1, 3),
    ...(dice.percent(15) && { schedule: generatedWindow(dice, facts, catalog) }),
    ...(dice.percent(15) && { limits: generatedLimits(dice, catalog) }),
    editedAt: dice.between(1, 3) * 1_000,
  };
}

function generatedLimits(dice: Dice, { shop }: Catalog): Limits {
  const kind = dice.between(1, 3);
  if (kind === 1) return { oncePerCustomer: dice.percent(50) ? {} : { days: dice.oneOf([1, 30, 90]) } };
  if (kind === 2) return { acceptsPerDay: dice.between(1, 5) };
  return { discountBudget: { minor: dice.between(1, 5_000), currency: shop.currency } };
}

function generatedOffer(dice: Dice, surfaces: readonly Surface[], facts: Facts, catalog: Catalog): Offer {
  const source = generatedSource(dice, facts);
  const isBundle = source.kind === "bundle";
  const isPartner = !isBundle && dice.percent(6);
  const replaces = !isBundle && !isPartner && dice.percent(20) && surfaces.every((one) => REPLACING.includes(one));
  return {
    kind: isBundle ? "bundle" : isPartner ? "partner" : replaces ? "upsell" : "cross-sell",
    source,
    discount: generatedDiscount(dice, catalog),
    quantityMost: isBundle ? 1 : dice.between(1, 4),
    shipping: dice.percent(75)
      ? { kind: "free" }
      : {
          kind: "price",
          prices: [{ minor: dice.between(0, 500), currency: dice.percent(95) ? catalog.shop.currency : EUR }],
        },
    ...(replaces && { replaces }),
    ...(dice.percent(30) && { evenIfBoughtBefore: true }),
    ...(isPartner && { partner: { name: "Potter & Co", commissionPercent: dice.between(0, 40) } }),
    words: { headline: {}, reason: {} },
  };
}

function generatedDiscount(dice: Dice, { shop: { currency } }: Catalog): Discount {
  const minor = dice.between(1, 2_500);
  const own = { minor, currency: dice.percent(95) ? currency : EUR };
  const kind = dice.between(1, 10);
  if (kind <= 3) return { kind: "none" };
  if (kind <= 7) return { kind: "percent", percent: dice.between(1, 10_000) / 100 };
  return kind <= 8 ? { kind: "amount", amounts: [own] } : { kind: "fixed-price", prices: [own] };
}

function generatedSource(dice: Dice, facts: Facts): ProductSource {
  const fallen = dice.between(1, 100);
  if (fallen <= 50) return { kind: "named", products: named(dice, dice.between(1, 4)) };
  if (fallen <= 58) return { kind: "choice", products: named(dice, dice.between(2, 4)) };
  if (fallen <= 67) return { kind: "bundle", items: items(dice) };
  if (fallen <= 82) {
    const order = dice.oneOf(["best-selling", "cheapest", "random"] as const);
    return { kind: "collection", collection: dice.oneOf(COLLECTIONS), order };
  }
  if (fallen <= 87) return { kind: "same-again" };
  if (fallen <= 93) return { kind: "from-purchase", which: dice.oneOf(["dearest", "cheapest"] as const) };
  if (fallen <= 98) return { kind: "complementary" };
  return facts.lines.length % 2 === 0 ? { kind: "suggestions" } : { kind: "next-journey-step" };
}

function named(dice: Dice, count: number): NamedProduct[] {
  return dice.someOf(PRODUCTS, count).map((product) => ({
    product,
    ...(dice.percent(15) && { variants: dice.someOf(variantsOf(product), dice.between(1, 3)) }),
  }));
}

function items(dice: Dice): BundleItem[] {
  return dice.someOf(PRODUCTS.slice(0, 24), dice.between(2, 3)).map((product) => ({
    product,
    ...(dice.percent(15) && { variant: dice.oneOf(variantsOf(product)) as VariantId }),
    quantity: dice.percent(70) ? 1 : dice.between(2, 3),
  }));
}

/** How far limits are used up; rules that nothing is told of count as unused. */
export function generatedUses(dice: Dice, { rules }: Rulebook): Map<Rule["id"], RuleUse> {
  const used = rules.filter(({ limits }) => limits && dice.percent(60));
  return new Map(
    used.map(({ id }) => [id, { rule: id, acceptsToday: dice.between(0, 6), discountGiven: dice.between(0, 6_000) }]),
  );
}
