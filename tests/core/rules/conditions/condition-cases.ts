import { readdirSync, readFileSync } from "node:fs";
import type { CatalogCollection, CatalogProduct, CatalogVariant, ShopProfile } from "#app/core/catalog/catalog.ts";
import type { CustomerHistory, PastAnswer, PastOrder } from "#app/core/facts/customer-history.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { Truth } from "#app/core/rules/conditions/condition.ts";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import type { PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import {
  NOON,
  pounds,
  someCatalog,
  someCollection,
  someFacts,
  someLine,
  someProduct,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

/**
 * A sentence a merchant would sign: this condition, asked of this purchase, answers this. Everything is what differs from
 * the builders' purchase (fifteen teacups to Britain, £44.25) and the teacup in our copy of the shop; lines, products,
 * variants, collections, earlier orders and answers are each laid over the builders' own. `null` makes a fact absent.
 * The facts' moments (`at`) are written as ISO 8601.
 */
export interface ConditionCase {
  readonly title: string;
  readonly spec: ConditionSpec;
  readonly facts?: CaseFacts;
  readonly catalog?: CaseCatalog;
  readonly expect: Truth;
  /** The condition's sentence, completing "an order that …", where it is worth a look. */
  readonly says?: string;
  /** The value it is said to have seen, where it is worth a look; `null` where there was nothing to see. */
  readonly was?: unknown;
}

type CaseFacts = Partial<Omit<Facts, "lines" | "history">> & {
  readonly lines?: readonly Partial<PurchaseLine>[];
  readonly history?: Partial<Omit<CustomerHistory, "orders" | "answers">> & {
    readonly orders?: readonly Partial<PastOrder>[];
    readonly answers?: readonly Partial<PastAnswer>[];
  };
};

interface CaseCatalog {
  readonly shop?: Partial<ShopProfile>;
  readonly products?: readonly (Partial<Omit<CatalogProduct, "variants">> & {
    readonly variants?: readonly Partial<CatalogVariant>[];
  })[];
  readonly collections?: readonly Partial<CatalogCollection>[];
}

const folder = new URL("./cases/", import.meta.url);

/** Every table in `cases/`, by the kind it is named after. */
export function conditionCases(): Readonly<Record<string, readonly ConditionCase[]>> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(files.map((file) => [file.replace(".json", ""), read(file)]));
}

function read(file: string): readonly ConditionCase[] {
  const rows: readonly ConditionCase[] = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return rows.map((row) => (row.facts ? { ...row, facts: withInstants(row.facts) } : row));
}

function withInstants(facts: CaseFacts): CaseFacts {
  return JSON.parse(JSON.stringify(facts), (field, value) =>
    field === "at" && typeof value === "string" ? Date.parse(value) : value,
  );
}

export function factsOf({ facts: { lines, history, ...plain } = {} }: ConditionCase): Facts {
  const facts = someFacts({
    ...plain,
    ...(lines ? { lines: lines.map(someLine) } : {}),
    ...(history ? { history: historyOf(history) } : {}),
  });
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as unknown as Facts;
}

function historyOf({ orders = [], answers = [], ...rest }: NonNullable<CaseFacts["history"]>): CustomerHistory {
  const earlier = "c0-earlier" as PurchaseReference;
  return {
    isComplete: true,
    orders: orders.map((order) => ({
      reference: earlier,
      at: NOON,
      subtotal: pounds(20),
      products: [TEACUP],
      ...order,
    })),
    answers: answers.map((answer) => ({
      reference: earlier,
      rule: "teacups-to-cakestand" as RuleId,
      answer: "accepted",
      at: NOON,
      ...answer,
    })),
    ...rest,
  };
}

const teacup = () => ({
  id: TEACUP,
  title: "Regency Teacup",
  handle: "regency-teacup",
  type: "Teacup",
  variants: [{ id: TEACUP_ROSE }],
});

export function catalogOf({ catalog = {} }: ConditionCase) {
  const { shop = {}, products = [teacup()], collections = [] } = catalog;
  return someCatalog({
    shop,
    products: products.map(({ variants, ...product }) =>
      someProduct({ ...teacup(), ...product, variants: (variants ?? teacup().variants).map(someVariant) }),
    ),
    collections: collections.map(someCollection),
  });
}
