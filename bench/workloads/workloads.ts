import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Clause, Rule, Schedule } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import { Dice, popularity } from "../frame/dice.ts";
import { COUNTRIES, NOW, offeredProduct, pence, purchasesOf, STAPLE, shopWith, soldProduct } from "./shop.ts";

/** Rules, a shop and its purchases: what every contender is given. */
export interface Workload {
  readonly name: string;
  readonly isAdversarial: boolean;
  readonly rules: readonly Rule[];
  readonly catalog: Catalog;
  readonly purchases: readonly Facts[];
}

interface Kind {
  readonly name: string;
  readonly isAdversarial: boolean;
  readonly summary: string;
  readonly products: number;
  readonly withStaple?: boolean;
  /** The rule's conditions and schedule; `fits` are the last hundredth, behind all that is in their way. */
  readonly rule: (dice: Dice, product: ProductId, fits: boolean) => { when: readonly Clause[]; schedule?: Schedule };
}

export const KINDS: readonly Kind[] = [
  {
    name: "dense",
    isAdversarial: false,
    summary: "2,000 products, the popular ones with many rules: most purchases fit several",
    products: 2_000,
    rule: (dice, product) => ({ when: [anyOf(dice, product), ...sometimesMore(dice)] }),
  },
  {
    name: "sparse",
    isAdversarial: false,
    summary: "100,000 products: most purchases fit one rule or none",
    products: 100_000,
    rule: (dice) => ({ when: [anyOf(dice, soldProduct(dice.between(0, 99_999)), 100_000), ...sometimesMore(dice)] }),
  },
  {
    name: "hot product",
    isAdversarial: true,
    summary: "every rule asks for the one product that every purchase holds, and for other things that differ",
    products: 2_000,
    withStaple: true,
    rule: (dice, product) => ({ when: [bought(STAPLE), ...differing(dice, product)] }),
  },
  {
    name: "catch-all",
    isAdversarial: true,
    summary: "no rule asks for a product: value and country tell them apart",
    products: 2_000,
    rule: (dice) => ({ when: [valueBetween(dice), { kind: "country", countries: dice.someOf(COUNTRIES, 2) }] }),
  },
  {
    name: "excluded",
    isAdversarial: true,
    summary: "popular products, but each rule excludes what every purchase holds; the last hundredth does not",
    products: 2_000,
    withStaple: true,
    rule: (dice, product, fits) => ({
      when: [anyOf(dice, product), ...(fits ? [] : [{ kind: "product", lines: "none", products: [STAPLE] } as const])],
    }),
  },
  {
    name: "expired",
    isAdversarial: true,
    summary: "popular products, but the schedules are over; those of the last hundredth are not",
    products: 2_000,
    rule: (dice, product, fits) => ({
      when: [anyOf(dice, product)],
      schedule: fits
        ? { from: "2026-11-01", until: "2026-12-24T18:00" }
        : { from: "2025-11-01", until: `2026-0${dice.between(1, 9)}-15` },
    }),
  },
  {
    name: "price-fail",
    isAdversarial: true,
    summary: "popular products, but no purchase is worth enough; the last hundredth asks for less",
    products: 2_000,
    rule: (dice, product, fits) => ({
      when: [
        anyOf(dice, product),
        { kind: "order-value", atLeast: pence(fits ? dice.between(0, 2_000) : dice.between(500_000, 900_000)) },
      ],
    }),
  },
];

/** The same rules and purchases for the same name and size, on every machine. */
export function workloadOf(kind: Kind, size: number, purchases: number): Workload {
  const dice = new Dice(size * 31 + KINDS.indexOf(kind));
  const rank = popularity(kind.products);
  const fitting = size - Math.max(1, Math.floor(size / 100));
  const rules = Array.from({ length: size }, (_, number) => {
    const { when, schedule } = kind.rule(dice, soldProduct(rank(dice)), number >= fitting);
    return ruleOf(number, when, schedule);
  });
  return {
    name: kind.name,
    isAdversarial: kind.isAdversarial,
    rules,
    catalog: shopWith(Math.min(kind.products, 2_000)),
    purchases: purchasesOf(dice, {
      products: kind.products,
      count: purchases,
      ...(kind.withStaple && { withStaple: true }),
    }),
  };
}

/** Each has a priority of its own, so that "the first that fits" is the same for everyone. */
function ruleOf(number: number, all: readonly Clause[], schedule: Schedule | undefined): Rule {
  return {
    id: `rule-${number}` as RuleId,
    name: `Rule ${number}`,
    status: "active",
    surfaces: ["post-purchase"],
    when: { all },
    path: {
      offer: {
        kind: "cross-sell",
        source: { kind: "named", products: [{ product: offeredProduct(number) }] },
        discount: { kind: "percent", percent: 15 },
        quantityMost: 2,
        shipping: { kind: "free" },
        words: { headline: {}, reason: {} },
      },
    },
    priority: number + 1,
    ...(schedule && { schedule }),
    editedAt: NOW - number,
  };
}

const bought = (...products: ProductId[]): Clause => ({ kind: "product", lines: "any", products });

/** The product, or one of up to two more of the shop's. */
function anyOf(dice: Dice, product: ProductId, products = 2_000): Clause {
  const more = Array.from({ length: dice.between(0, 2) }, () => soldProduct(dice.between(0, products - 1)));
  return bought(...new Set([product, ...more]));
}

function sometimesMore(dice: Dice): Clause[] {
  const fallen = dice.between(1, 100);
  if (fallen <= 50) return [];
  if (fallen <= 75) return [{ kind: "order-value", atLeast: pence(dice.between(0, 8_000)) }];
  if (fallen <= 90) return [{ kind: "country", countries: ["GB", dice.oneOf(COUNTRIES.slice(1))] }];
  return [{ kind: "product", lines: "none", products: [soldProduct(dice.between(0, 1_999))] }];
}

/** Worth a narrow span, which about one purchase in a hundred is. */
function valueBetween(dice: Dice): Clause {
  const least = dice.between(0, 25_000);
  return { kind: "order-value", atLeast: pence(least), atMost: pence(least + dice.between(10, 200)) };
}

function differing(dice: Dice, product: ProductId): Clause[] {
  const fallen = dice.between(1, 100);
  if (fallen <= 50) return [valueBetween(dice)];
  if (fallen <= 75) return [valueBetween(dice), { kind: "country", countries: dice.someOf(COUNTRIES, 2) }];
  return [bought(product), valueBetween(dice)];
}
