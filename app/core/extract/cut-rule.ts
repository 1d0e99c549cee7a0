import type { Catalog } from "../catalog/catalog.ts";
import type { CompiledRule } from "../decision/compiled-rulebook.ts";
import { type Option, optionOf } from "../decision/option.ts";
import type { FactName } from "../facts/fact-names.ts";
import { conditions } from "../rules/conditions/index.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import type { GuardSettings, NamedProduct, Offer, ProductSource, Rule } from "../rules/rulebook.ts";
import type { ProductId } from "../values/ids.ts";
import { DECIDING_SURFACES, type ExtractedRule } from "./extract.ts";

/** Of a collection so many that can be sold are written down; where none of them fits a purchase, the app is asked. */
const WRITTEN_DOWN_MOST = 6;

/** Stands for the rest of a collection: no product, so nobody knows it, and the app is asked. */
const THE_REST = { product: "" as ProductId };

const ONLY_THE_APP_KNOWS: ReadonlySet<FactName> = new Set(["customer", "customerTags", "history", "answers"]);

/**
 * The rule as it is written down for the surfaces: "never" where it cannot be shown as things stand, "app" where what
 * decides it must not be told (what a product costs the shop). `place` is its rank among all rules.
 */
export function cutRule(
  compiled: CompiledRule,
  place: number,
  catalog: Catalog,
  guards: GuardSettings | undefined,
  isAutomatic: boolean,
): ExtractedRule | "never" | "app" {
  const { rule, options } = compiled;
  const { id, surfaces, when, path, schedule, limits } = rule;
  const source = limits ? path.offer.source : cutSource(path.offer, options, catalog, guards);
  if (source === "never" || source === "app") return source;
  return {
    id,
    name: "",
    status: "active",
    surfaces: surfaces.filter((surface) => DECIDING_SURFACES.some((deciding) => deciding === surface)),
    when,
    path: { offer: { ...path.offer, source } },
    priority: place,
    ...(schedule ? { schedule } : {}),
    // Whatever limits it has: whether they are reached is not known here, and what they are is the merchant's.
    ...(limits ? { limits: { oncePerCustomer: {} } } : {}),
    editedAt: 0,
    ...(limits || turnsOnTheCustomer(rule) ? { asksApp: true } : {}),
    ...(isAutomatic ? { isAutomatic } : {}),
  };
}

function turnsOnTheCustomer({ when }: Rule): boolean {
  return conditionsOf(when).some(({ kind }) => conditions[kind].needs.some((fact) => ONLY_THE_APP_KNOWS.has(fact)));
}

function cutSource(
  offer: Offer,
  options: readonly Option[] | undefined,
  catalog: Catalog,
  guards: GuardSettings | undefined,
): ProductSource | "never" | "app" {
  const { source } = offer;
  const hasFloor = guards?.marginFloorPercent !== undefined;
  if (!options) return hasFloor ? "app" : source;
  const offered = options.filter(({ standing }) => !standing || standing.guard === "in-stock");
  if (source.kind === "bundle") return offered.length === options.length ? source : "never";
  const named = (some: readonly Option[]): NamedProduct[] =>
    some.map(({ product }) => {
      const wanted = "products" in source ? source.products.find((one) => one.product === product) : undefined;
      return hasFloor ? keepingMargin(wanted ?? { product }, offer, catalog, guards) : (wanted ?? { product });
    });
  if (source.kind !== "collection") {
    const products = named(offered);
    return products.length === 0 || !("products" in source) ? "never" : { ...source, products };
  }
  const sellable = offered.filter(({ standing }) => !standing);
  if (sellable.length === 0) return "never";
  const first = named(sellable.slice(0, WRITTEN_DOWN_MOST));
  return { kind: "named", products: sellable.length > first.length ? [...first, THE_REST] : first };
}

/** With the variants that keep the margin floor, by the costs that are not told; those sold out may come back. */
function keepingMargin(
  wanted: NamedProduct,
  offer: Offer,
  catalog: Catalog,
  guards: GuardSettings | undefined,
): NamedProduct {
  const { product } = wanted;
  const all = wanted.variants ?? catalog.products.get(product)?.variants.map(({ id }) => id) ?? [];
  const keeps = (variant: (typeof all)[number]) =>
    optionOf({ product, variants: [variant] }, offer, catalog, guards).standing?.guard !== "margin-floor";
  return { product, variants: all.filter(keeps) };
}
