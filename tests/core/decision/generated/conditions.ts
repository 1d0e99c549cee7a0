import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { ConditionKind, ConditionSpec } from "#app/core/rules/conditions/index.ts";
import type { Clause } from "#app/core/rules/rulebook.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";
import type { Dice } from "#bench/frame/dice.ts";
import {
  ADDRESSES,
  CAMPAIGNS,
  CHANNELS,
  DEVICES,
  MARKETS,
  PAYMENTS,
  REGIONS,
  RULE_IDS,
  SHIPPINGS,
} from "./purchase.ts";
import { COLLECTIONS, COUNTRIES, CURRENCIES, MATERIALS, PRODUCTS, TAGS, TYPES, VENDORS, variantsOf } from "./shop.ts";

type SpecOf<Kind extends ConditionKind> = Extract<ConditionSpec, { kind: Kind }>;
type Made<Kind extends ConditionKind> = Omit<SpecOf<Kind>, "kind">;
type Makers = {
  readonly [Kind in ConditionKind]: (dice: Dice, facts: Facts, catalog: Catalog) => Made<Kind>;
};

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const QUANTIFIERS = ["any", "any", "any", "all", "only", "none"] as const;
const PLAIN_QUANTIFIERS = ["any", "only", "none"] as const;
const OF = ["any", "all", "none"] as const;

/** Some of the values, often with one that is known to be there, so that conditions hold about as often as not. */
function someWith<Value>(dice: Dice, values: readonly Value[], there: Value | undefined, most = 4): Value[] {
  const some = dice.someOf(values, dice.between(1, most));
  return there === undefined || some.includes(there) || dice.percent(45) ? some : [...some, there];
}

/** A range around the value, sometimes just beside it, with one end or both. */
function around(dice: Dice, value: number, spread: number): { atLeast?: number; atMost?: number } {
  const least = Math.max(0, value + dice.between(-spread, Math.ceil(spread / 3)));
  const most = Math.max(least, value + dice.between(-Math.ceil(spread / 3), spread));
  const ends = dice.between(1, 3);
  return { ...(ends !== 2 && { atLeast: least }), ...(ends !== 1 && { atMost: most }) };
}

function amountsAround(dice: Dice, facts: Facts, value: number) {
  const currency = dice.percent(93) ? facts.subtotal.currency : dice.oneOf(CURRENCIES);
  const { atLeast, atMost } = around(dice, value, dice.percent(40) ? 1 : 2_000);
  return {
    ...(atLeast !== undefined && { atLeast: { minor: atLeast, currency } }),
    ...(atMost !== undefined && { atMost: { minor: atMost, currency } }),
  };
}

const boughtIn = (dice: Dice, { lines }: Facts) => (lines.length > 0 ? dice.oneOf(lines) : undefined);
const days = (dice: Dice) => (dice.percent(50) ? { withinDays: dice.oneOf([1, 7, 30, 90]) } : {});

function localMoment(dice: Dice, { at }: Facts, { shop }: Catalog, after: number): string {
  const { date, minuteOfDay } = localTimeAt(at + after * 3_600_000, shop.timezone);
  const clock = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
  return dice.percent(50) ? date : `${date}T${clock}`;
}

const two = (value: number) => String(value).padStart(2, "0");

export function generatedWindow(dice: Dice, facts: Facts, catalog: Catalog): { from?: string; until?: string } {
  const from = localMoment(dice, facts, catalog, dice.oneOf([-48, -24, -1, 0, 1]));
  const until = localMoment(dice, facts, catalog, dice.oneOf([0, 1, 24, 48, 72]));
  const ends = dice.between(1, 3);
  if (ends === 1) return { from };
  return ends === 3 && comesBefore(from, until) ? { from, until } : { until };
}

/** A day begins at midnight. */
function comesBefore(from: string, until: string): boolean {
  const whole = (moment: string) => (moment.includes("T") ? moment : `${moment}T00:00`);
  return whole(from) < whole(until);
}

const makers: Makers = {
  product: (dice, facts) => ({
    lines: dice.oneOf(QUANTIFIERS),
    products: someWith(dice, PRODUCTS, boughtIn(dice, facts)?.product),
  }),
  variant: (dice, facts) => ({
    lines: dice.oneOf(QUANTIFIERS),
    variants: someWith(dice, variantsOf(dice.oneOf(PRODUCTS)), boughtIn(dice, facts)?.variant),
  }),
  collection: (dice) => ({ lines: dice.oneOf(QUANTIFIERS), collections: someWith(dice, COLLECTIONS, undefined, 2) }),
  tag: (dice) => ({ lines: dice.oneOf(QUANTIFIERS), tags: someWith(dice, TAGS, undefined, 2) }),
  type: (dice) => ({ lines: dice.oneOf(QUANTIFIERS), types: someWith(dice, TYPES.slice(0, 3), undefined, 2) }),
  vendor: (dice) => ({ lines: dice.oneOf(QUANTIFIERS), vendors: someWith(dice, VENDORS, undefined, 2) }),
  "product-metafield": (dice) => ({
    lines: dice.oneOf(PLAIN_QUANTIFIERS),
    namespace: dice.percent(90) ? "custom" : "specs",
    key: "material",
    values: someWith(dice, MATERIALS, undefined, 2),
  }),
  quantity: (dice, { lines }) => ({
    ...around(
      dice,
      lines.reduce((sum, { quantity }) => sum + quantity, 0),
      3,
    ),
    ...(dice.percent(30) && { products: dice.someOf(PRODUCTS, 6) }),
  }),
  "line-count": (dice, { lines }) => around(dice, lines.length, 2),
  "order-value": (dice, facts) => amountsAround(dice, facts, facts.subtotal.minor),
  "discount-used": (dice) => ({ used: dice.percent(50) }),
  "discount-percent": (dice) => {
    const { atLeast, atMost } = around(dice, dice.between(0, 4_000), 2_000);
    const percent = (hundredths: number) => Math.min(100, hundredths / 100);
    return {
      ...(atLeast !== undefined && { atLeast: percent(atLeast) }),
      ...(atMost !== undefined && { atMost: percent(atMost) }),
    };
  },
  "discount-code": (dice) => ({ of: dice.oneOf(OF), codes: dice.someOf(["tea10", " SPRING", "freeship"], 2) }),
  currency: (dice, facts) => ({ currencies: someWith(dice, CURRENCIES, facts.presentmentCurrency, 2) }),
  country: (dice, facts) => ({
    countries: someWith(dice, COUNTRIES, facts.destinationCountry as (typeof COUNTRIES)[number] | undefined),
  }),
  region: (dice) => ({ regions: dice.someOf(REGIONS, 2) }),
  market: (dice) => ({ markets: dice.someOf(MARKETS, dice.between(1, 2)) }),
  language: (dice) => ({ languages: dice.someOf(["en", "de", "pt", "fil", "fi"], 2) }),
  "subscription-line": (dice) => ({ lines: dice.oneOf(PLAIN_QUANTIFIERS) }),
  "gift-card-line": (dice) => ({ lines: dice.oneOf(PLAIN_QUANTIFIERS) }),
  "requires-shipping": (dice) => ({ lines: dice.oneOf(PLAIN_QUANTIFIERS) }),
  "customer-tag": (dice) => ({ of: dice.oneOf(OF), tags: dice.someOf(TAGS, dice.between(1, 2)) }),
  "signed-in": (dice) => ({ signedIn: dice.percent(50) }),
  "first-order": (dice) => ({ is: dice.oneOf(["first", "returning"] as const) }),
  "order-count": (dice, { history }) => around(dice, history?.orders.length ?? 1, 2),
  "lifetime-spend": (dice, facts) => {
    const spent = facts.history?.orders.reduce((sum, { subtotal }) => sum + subtotal.minor, 0);
    return amountsAround(dice, facts, spent ?? 5_000);
  },
  "days-since-last-order": (dice) => around(dice, dice.between(0, 60), 60),
  "bought-before": (dice) => ({ products: dice.someOf(PRODUCTS, dice.between(1, 12)), ...days(dice) }),
  "answered-offer": (dice) => ({
    answer: dice.oneOf(["accepted", "declined"] as const),
    ...(dice.percent(40) && { rules: dice.someOf(RULE_IDS, 4) }),
    ...days(dice),
  }),
  "payment-method": (dice) => ({ methods: dice.someOf(PAYMENTS, dice.between(1, 2)) }),
  "shipping-method": (dice) => ({ methods: dice.someOf(SHIPPINGS, dice.between(1, 2)) }),
  "sales-channel": (dice) => ({ channels: dice.someOf(CHANNELS, dice.between(1, 2)) }),
  utm: (dice) => ({
    parameter: dice.oneOf(["source", "medium", "campaign", "term", "content"] as const),
    values: dice.someOf(CAMPAIGNS, dice.between(1, 2)),
  }),
  "landing-page": (dice) => ({
    how: dice.oneOf(["is", "starts-with", "contains", "ends-with"] as const),
    texts: texts(dice),
  }),
  referrer: (dice) => ({
    how: dice.oneOf(["is", "starts-with", "contains", "ends-with"] as const),
    texts: texts(dice),
  }),
  device: (dice) => ({ devices: dice.someOf(DEVICES, dice.between(1, 2)) }),
  date: (dice, facts, catalog) => generatedWindow(dice, facts, catalog),
  weekday: (dice) => ({ weekdays: dice.someOf(WEEKDAYS, dice.between(1, 5)) }),
  hour: (dice) => {
    const from = dice.between(0, 47);
    const until = (from + dice.between(1, 47)) % 48;
    return { from: halfHour(from), until: halfHour(until) };
  },
  "random-share": (dice) => ({ percent: dice.between(1, 10_000) / 100, seed: dice.oneOf(["a", "loyal"]) }),
};

const halfHour = (halves: number) => `${two(Math.floor(halves / 2))}:${halves % 2 === 0 ? "00" : "30"}`;
const texts = (dice: Dice) =>
  dice.someOf([ADDRESSES[0], "https://", "tea", " shop.example/", "coffee"], dice.between(1, 2));

const KINDS = Object.keys(makers) as ConditionKind[];
/** What most rules of most shops ask; the rest get their share besides. */
const USUAL = ["product", "product", "order-value", "country", "tag", "collection"] as const;

function generatedCondition(dice: Dice, facts: Facts, catalog: Catalog): Clause {
  const kind = dice.percent(45) ? dice.oneOf(USUAL) : dice.oneOf(KINDS);
  return { kind, ...makers[kind](dice, facts, catalog) } as ConditionSpec;
}

/** Conditions and groups of them, three deep at most. */
export function generatedClause(dice: Dice, facts: Facts, catalog: Catalog, depth = 0): Clause {
  if (depth === 0) {
    const count = dice.percent(10) ? 0 : dice.between(1, 3);
    if (dice.percent(85)) return { all: parts(count, () => generatedClause(dice, facts, catalog, 1)) };
  }
  if (depth === 3 || dice.percent(75)) return generatedCondition(dice, facts, catalog);
  const inner = parts(dice.between(1, 3), () => generatedClause(dice, facts, catalog, depth + 1));
  return dice.oneOf([{ all: inner }, { any: inner }, { any: inner }, { none: inner }]);
}

function parts(count: number, make: () => Clause): Clause[] {
  return Array.from({ length: count }, make);
}
