import type { CustomerHistory } from "#app/core/facts/customer-history.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type {
  CollectionId,
  CustomerId,
  ProductId,
  PurchaseReference,
  RuleId,
  VariantId,
} from "#app/core/values/ids.ts";
import { money } from "#app/core/values/money.ts";
import {
  DEMO_SHOP,
  GBP,
  NOON,
  someCatalog,
  someCollection,
  someFacts,
  someLine,
  someProduct,
  someRule,
} from "#tests/support/builders.ts";

/** One statement of a public test suite: an operator, what it is given, what it is asked of, what it answers. */
export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly args: Neutral;
  readonly facts: Neutral;
  readonly expect: boolean;
  readonly source: { readonly repo: string; readonly file: string; readonly test: string };
  readonly license: string;
  readonly note: string;
}

// Every operator has parameters of its own; each reader below says which it takes.
type Neutral = Readonly<Record<string, unknown>>;

/** Ids are numbers in Shopify: "p1" is read to the base of 36, so that different names stay different. */
const idOf = <Id extends string>(name: unknown) =>
  (/^\d+$/.test(`${name}`) ? `${name}` : `${parseInt(`${name}`, 36)}`) as Id;
const textsOf = (values: unknown) => (values as readonly unknown[]).map(String);

/** The facts of ours that stand for what the suites call so; any text compared with a list does. */
const TEXTS = {
  environment: ["salesChannel", "sales-channel", "channels"],
  customFieldMissing: ["salesChannel", "sales-channel", "channels"],
  userId: ["paymentMethod", "payment-method", "methods"],
  appName: ["shippingMethod", "shipping-method", "methods"],
  country: ["market", "market", "markets"],
} as const;

const inList = ({ field, values }: Neutral) => {
  const [, kind, parameter] = TEXTS[field as keyof typeof TEXTS];
  return { kind, [parameter]: values };
};
const none = (clause: unknown) => ({ none: [clause] });
const address = (how: string, values: unknown) => ({ kind: "landing-page", how, texts: values });

/** Numbers are held against the order value, in pence. */
const valueFrom = (least?: number, most?: number, currency: unknown = GBP) => ({
  kind: "order-value",
  ...(least === undefined ? {} : { atLeast: { minor: least, currency } }),
  ...(most === undefined ? {} : { atMost: { minor: most, currency } }),
});
const numberOf = ({ value, values }: Neutral) => Number(value ?? (values as readonly unknown[])[0]);
/** Bounds of ours are included: above 50.00 is at least 50.01. */
const totalBetween = ({ min, minOperator, max, maxOperator }: Neutral) =>
  valueFrom(
    Number(min) * 100 + (minOperator === "gt" ? 1 : 0),
    max === null ? undefined : Number(max) * 100 - (maxOperator === "lt" ? 1 : 0),
    "USD",
  );

const minuteOf = (value: unknown) => new Date(String(value)).toISOString().slice(0, 16);
const ofProducts = (lines: unknown, products: unknown) => ({
  kind: "product",
  lines,
  products: textsOf(products).map(idOf),
});
const ofCategories = ({ match, categories }: Neutral) => ({
  kind: "collection",
  lines: match,
  collections: textsOf(categories).map(idOf),
});
/** A product with one option has one variant for each of its values. */
const ofOptionValues = ({ values }: Neutral) => ({
  kind: "variant",
  lines: "any",
  variants: textsOf(values).map(idOf),
});
/** Codes of countries have two letters. */
const countryOf = (name: unknown) => (typeof name === "string" ? name.padEnd(2, name) : undefined);

const CLAUSES: Readonly<Record<string, (args: Neutral) => unknown>> = {
  "in-list": inList,
  "not-in-list": (args) => none(inList(args)),
  "text-starts-with-any": ({ values }) => address("starts-with", values),
  "text-ends-with-any": ({ values }) => address("ends-with", values),
  "text-contains-any": ({ values }) => address("contains", values),
  "number-equals": (args) => valueFrom(numberOf(args), numberOf(args)),
  "number-above": (args) => valueFrom(numberOf(args) + 1),
  "number-at-least": (args) => valueFrom(numberOf(args)),
  "number-below": (args) => valueFrom(undefined, numberOf(args) - 1),
  "number-at-most": (args) => valueFrom(undefined, numberOf(args)),
  "total-between": totalBetween,
  "instant-before": ({ value }) => ({ kind: "date", until: minuteOf(value) }),
  "instant-after": ({ value }) => ({ kind: "date", from: minuteOf(value) }),
  "every-value-in-list": ({ values }) => ofProducts("only", values),
  "some-value-in-list": ({ values }) => ofProducts("any", values),
  "no-value-in-list": ({ values }) => ofProducts("none", values),
  "contains-product": ({ match, products }) => ofProducts(match, products),
  "line-qualifies-by-product": ({ match, products }) => ofProducts(match, products),
  "contains-category": ofCategories,
  "line-qualifies-by-category": ofCategories,
  "contains-option-value": ofOptionValues,
  "line-qualifies-by-option-value": ofOptionValues,
  "channel-in": ({ channels }) => ({ kind: "sales-channel", channels }),
  "market-in": ({ markets }) => ({ kind: "market", markets }),
  "shipping-country-is": ({ country }) => ({ kind: "country", countries: [countryOf(country)] }),
  "currency-is": ({ currency }) => ({ kind: "currency", currencies: [currency] }),
  "customer-in-group": ({ groups }) => ({ kind: "customer-tag", of: "any", tags: groups }),
  "first-order": () => ({ kind: "first-order", is: "first" }),
  "unknown-operator(NOT_A_VALID_OPERATOR)": ({ value }) => ({ kind: "NOT_A_VALID_OPERATOR", value }),
};

/** The clause as a rulebook would write it, to be read like one; undefined where none of our conditions says it. */
export function clauseOf({ kind, args }: Pick<Row, "kind" | "args">): unknown {
  if (kind === "all-of") return { all: (args.conditions as readonly Pick<Row, "kind" | "args">[]).map(clauseOf) };
  const clause = CLAUSES[kind]?.(args);
  return clause && args.negated ? none(clause) : clause;
}

const RULES: Readonly<Record<string, (args: Neutral) => readonly Rule[]>> = {
  "any-offer-shown": ({ offers }) => (offers as readonly Neutral[]).map(ruleOffering),
  "offer-not-yet-bought": ({ offer }) => [ruleOffering(offer as Neutral)],
  "offer-sellable": ({ offer }) => [ruleOffering(offer as Neutral)],
  "any-suggestion-shown": ({ feature, manual = [], fallback }) =>
    feature === "off"
      ? []
      : [
          ...(manual as readonly Neutral[]).map(ruleOffering),
          ...(fallback === "mined" ? [ruleFrom({ kind: "suggestions" })] : []),
        ],
  "once-per-customer": () => [{ ...ruleOffering({ product: 99 }), limits: { oncePerCustomer: {} } }],
};

/** The rules that offer it, where what is stated is about offers; undefined where it is about conditions. */
export function rulesOf({ kind, args }: Row): readonly Rule[] | undefined {
  return RULES[kind]?.(args);
}

const GONE = "404" as ProductId;

const ruleOffering = ({ product }: Neutral) =>
  ruleFrom({ kind: "named", products: [{ product: product === null ? GONE : idOf<ProductId>(product) }] });

function ruleFrom(source: Offer["source"]): Rule {
  const { path, ...rule } = someRule();
  return { ...rule, when: { all: [] }, path: { offer: { ...path.offer, source } } };
}

interface NeutralLine {
  readonly product?: string;
  readonly categories?: readonly string[];
  readonly optionValues?: readonly string[];
}

const linesOf = ({ lines, line, products, product, values }: Neutral): readonly NeutralLine[] => {
  if (lines || line) return (lines ?? [line]) as readonly NeutralLine[];
  const bought = products ?? values ?? (product === undefined ? [] : [product]);
  return (bought as readonly unknown[]).map((each) => ({ product: String(each) }));
};

export function factsOf({ facts }: Row): Facts {
  const currency = (facts.currency ?? GBP) as Currency;
  const amount =
    facts.itemTotal === undefined ? numberOf({ value: facts.someValue ?? 0 }) : Number(facts.itemTotal) * 100;
  const value = facts.values ? numberOf(facts) : amount;
  const customer = facts.customer as { readonly id: string } | null | undefined;
  const country = countryOf(facts.shippingCountry);
  const landingPage = facts.customField ?? facts.email;
  return someFacts({
    shop: DEMO_SHOP,
    at: facts.currentTime === undefined ? NOON : Date.parse(String(facts.currentTime)),
    reference: String(facts.order ?? "c1-reference") as PurchaseReference,
    lines: linesOf(facts).flatMap(({ product = "1", optionValues = ["1"] }) =>
      optionValues.map((option) => someLine({ product: idOf<ProductId>(product), variant: idOf<VariantId>(option) })),
    ),
    subtotal: money(value, currency),
    total: money(value, currency),
    presentmentCurrency: currency,
    ...(country && { destinationCountry: country }),
    ...(typeof landingPage === "string" && { landingPage }),
    ...(typeof facts.channel === "string" && { salesChannel: facts.channel }),
    ...(typeof facts.market === "string" && { market: facts.market }),
    ...Object.fromEntries(
      Object.entries(TEXTS).flatMap(([field, [fact]]) => (field in facts ? [[fact, facts[field]]] : [])),
    ),
    ...(customer && { customer: idOf<CustomerId>(customer.id), history: historyOf(facts) }),
  });
}

function historyOf({ customer, completedOrders = [], usedBefore }: Neutral): CustomerHistory {
  const earlier = "c0-earlier" as PurchaseReference;
  return {
    isComplete: true,
    tags: (customer as { readonly groups?: readonly string[] }).groups ?? [],
    orders: textsOf(completedOrders).map((order) => ({
      reference: order as PurchaseReference,
      at: NOON,
      subtotal: money(2000, GBP),
      products: [],
    })),
    answers: usedBefore ? [{ reference: earlier, rule: someRule().id as RuleId, answer: "accepted", at: NOON }] : [],
  };
}

/** Every collection and product that the row speaks of; its clock shows UTC. */
export function catalogOf({ args, facts }: Row) {
  const lines = linesOf(facts);
  const named = new Set([
    ...((args.categories ?? []) as string[]),
    ...lines.flatMap(({ categories = [] }) => categories),
  ]);
  const offered = ["99", "2", ...lines.map(({ product = "1" }) => product)];
  return someCatalog({
    shop: { timezone: "UTC", currency: (facts.currency ?? GBP) as Currency },
    products: [
      ...offered.map((product) => someProduct({ id: idOf<ProductId>(product) })),
      someProduct({ id: GONE, status: "deleted", variants: [] }),
    ],
    collections: [...named].map((name) =>
      someCollection({
        id: idOf<CollectionId>(name),
        products: lines.flatMap(({ product = "1", categories = [] }) =>
          categories.includes(name) ? [idOf<ProductId>(product)] : [],
        ),
      }),
    ),
  });
}
