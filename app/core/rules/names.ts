import type { CollectionId, ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";
import type { Say } from "../values/say.ts";
import { localTimeAt } from "../values/shop-time.ts";
import type { Names } from "./conditions/condition-words.ts";
import type { Rule } from "./rulebook.ts";

/** Names, and days as the shop counts them. */
export interface ShopNames extends Names {
  /** "2026-11-27", or as the reader writes it. */
  readonly day: (at: Instant) => string;
}

/** What of a catalog is needed to name things: any catalog will do. */
interface TitledCatalog {
  readonly shop: { readonly timezone: string };
  readonly products: ReadonlyMap<ProductId, TitledProduct>;
  readonly collections: ReadonlyMap<CollectionId, { readonly title: string }>;
}

export interface TitledProduct {
  readonly title: string;
  readonly variants: readonly { readonly id: VariantId; readonly title: string }[];
}

/** What of a rulebook is needed to name its rules. */
export interface NamedRules {
  readonly rules: readonly Pick<Rule, "id" | "name">[];
}

interface Known {
  readonly catalog?: TitledCatalog | undefined;
  readonly rulebook?: NamedRules | undefined;
  /** Amounts in the reader's way of writing them. */
  readonly money: (amount: Money) => string;
  readonly say: Say;
  /** Days and moments in the reader's way of writing them; absent: "2026-11-27", the same on every machine. */
  readonly day?: (at: Instant) => string;
  readonly moment?: (local: string) => string;
  /** Names of languages in the reader's own; absent: their codes. */
  readonly language?: (code: string) => string;
}

/** Titles from our copy of the shop and names from the rulebook; what neither knows is called by its id, "product 1001". */
export function namesFrom({ catalog, rulebook, money, say, day, moment, language }: Known): ShopNames {
  let variants: ReadonlyMap<VariantId, string> | undefined;
  let rules: ReadonlyMap<RuleId, string> | undefined;
  return {
    product: (id) => catalog?.products.get(id)?.title ?? say("engine.unnamed.product", { id }),
    variant: (id) => {
      variants ??= variantTitles(catalog);
      return variants.get(id) ?? say("engine.unnamed.variant", { id });
    },
    collection: (id) => catalog?.collections.get(id)?.title ?? say("engine.unnamed.collection", { id }),
    rule: (id) => {
      rules ??= new Map(rulebook?.rules.map((rule) => [rule.id, rule.name]));
      return rules.get(id) ?? say("engine.unnamed.rule", { id });
    },
    money,
    say,
    moment: moment ?? momentWords,
    language: language ?? ((code) => code),
    day: day ?? ((at) => localTimeAt(at, catalog?.shop.timezone ?? "UTC").date),
  };
}

/** "2026-11-27 09:00" */
export function momentWords(local: string): string {
  return local.replace("T", " ");
}

/** "Regency Teacup (Rose)"; a product's only variant is called like the product. */
function variantTitles(catalog: TitledCatalog | undefined): ReadonlyMap<VariantId, string> {
  const titles = new Map<VariantId, string>();
  for (const { title, variants } of catalog?.products.values() ?? []) {
    for (const variant of variants) {
      titles.set(variant.id, variants.length > 1 ? `${title} (${variant.title})` : title);
    }
  }
  return titles;
}
