import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { offerPriceOf, percentIn } from "#app/core/decision/chosen-offer.ts";
import { standingOrder } from "#app/core/rules/compile.ts";
import { triggersOf } from "#app/core/rules/products-named.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import { pickedFromCatalog, pictureOf, priceRange } from "./picked-product.ts";
import { warningsOf } from "./warnings.ts";

/** What a merchant sees of a rule in the list. */
export interface RuleRow {
  readonly id: RuleId;
  readonly name: string;
  readonly status: RuleStatus;
  readonly priority: number;
  /** The titles of the products that set it off. */
  readonly triggers: readonly string[];
  readonly offered: {
    readonly title: string;
    readonly picture?: string;
    readonly percent: number;
    /** The cheapest variant's, as sold and as offered; absent while we have no copy of the product. */
    readonly price?: {
      readonly was: Money;
      readonly now: Money;
      /** Another variant costs more. */
      readonly isLowest: boolean;
    };
    /** Absent when it is sent free. */
    readonly shippingPrice?: Money;
  };
  readonly warnings: readonly string[];
}

/** `live-changed`: shoppers see the published one, the draft differs from it. */
export type RuleStatus = "draft" | "live" | "live-changed" | "paused";

/** The shop's rules as it edits them, what shoppers see of them, and our copy of the products they name. */
export interface RulesAsKept {
  readonly draft: { readonly rulebook: Rulebook };
  readonly published?: { readonly rulebook: Rulebook } | undefined;
  readonly products: readonly CatalogProduct[];
}

/** One row a rule, in the order they are asked. */
export function rowsOf({ draft, published, products }: RulesAsKept): RuleRow[] {
  const known = new Map(products.map((product) => [product.id, product]));
  return [...draft.rulebook.rules]
    .sort(standingOrder)
    .map((rule) => rowOf(rule, statusOf(rule, published?.rulebook), known));
}

export function statusOf(rule: Rule, published: Rulebook | undefined): RuleStatus {
  const live = published?.rules.find(({ id }) => id === rule.id);
  if (!live || live.status === "draft") return "draft";
  if (live.status === "paused") return "paused";
  return saysTheSame(live, rule) ? "live" : "live-changed";
}

function rowOf(rule: Rule, status: RuleStatus, known: ReadonlyMap<ProductId, CatalogProduct>): RuleRow {
  const { source, discount, shipping } = rule.path.offer;
  const product = known.get(source.product);
  const percent = percentIn(discount);
  const range = product && priceRange(pickedFromCatalog(source.product, product), source.variants ?? []);
  return {
    id: rule.id,
    name: rule.name,
    status,
    priority: rule.priority,
    triggers: [...triggersOf(rule.when)].map((id) => titleOf(id, known)),
    offered: {
      title: titleOf(source.product, known),
      ...(product ? pictureOf(product) : {}),
      percent,
      ...(range ? { price: priceIn(range, percent) } : {}),
      ...(shipping.kind === "price" ? { shippingPrice: shipping.price } : {}),
    },
    warnings: warningsOf(rule, known),
  };
}

function priceIn({ lowest, highest }: NonNullable<ReturnType<typeof priceRange>>, percent: number) {
  return { was: lowest, now: offerPriceOf(lowest, percent), isLowest: lowest.minor < highest.minor };
}

function titleOf(id: ProductId, known: ReadonlyMap<ProductId, CatalogProduct>): string {
  return known.get(id)?.title ?? `Product ${id}`;
}

/** Status and the time of the edit aside: they change when a rule is published, not what it says. */
function saysTheSame(left: Rule, right: Rule): boolean {
  return canonical({ ...left, status: "", editedAt: 0 }) === canonical({ ...right, status: "", editedAt: 0 });
}

/** JSON with its keys in order: the database keeps documents, not the order of their fields. */
function canonical(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
