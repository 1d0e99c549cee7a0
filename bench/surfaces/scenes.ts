import type { Catalog, CatalogProduct } from "#app/core/catalog/catalog.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId, VariantId } from "#app/core/values/ids.ts";
import { plainRule, type Scene, shopWithColours } from "#tests/extensions/block-scene.ts";
import { pounds, someCatalog, someProduct, someVariant } from "#tests/support/builders.ts";

/** What a block is shown for: an order of one teacup, offered a cakestand in two colours that needs nothing from the app. */
export const ordinary = {
  rules: [plainRule({ surfaces: ["thank-you", "order-status", "checkout"] })],
  catalog: shopWithColours,
} satisfies Scene;

/** The same with so many rules behind it as fit into the bought product's metafield, each with a product of its own. */
export function fullScene(): Scene & { readonly rules: readonly Rule[]; readonly catalog: Catalog } {
  let most = sceneOf(0);
  for (let more = 1; ; more++) {
    const next = sceneOf(more);
    if (leftOf(next) > 0) return most;
    most = next;
  }
}

/** How much that is. */
export function weightOf(scene: ReturnType<typeof fullScene>): { readonly rules: number; readonly bytes: number } {
  const { products } = extractsOf({ format: 1, rules: scene.rules }, 7, scene.catalog, HOW);
  const bytes = [...products.values()].map((part) => Buffer.byteLength(JSON.stringify(part)));
  return { rules: scene.rules.length, bytes: Math.max(...bytes) };
}

const HOW = { asksApp: [], automatic: new Set<never>() };

function sceneOf(more: number) {
  const numbers = Array.from({ length: more }, (_, number) => number + 1);
  const products = [...ordinary.catalog.products.values(), ...numbers.map(productOf)];
  return { rules: [...ordinary.rules, ...numbers.map(ruleOf)], catalog: someCatalog({ products }) };
}

function ruleOf(number: number): Rule {
  const source = { kind: "named", products: [{ product: productOf(number).id }] } as const;
  return plainRule({ id: `after-all-others-${number}` as RuleId, priority: 1 + number }, { source });
}

function productOf(number: number): CatalogProduct {
  const variant = someVariant({ id: String(70_000 + number) as VariantId, price: pounds(5) });
  return someProduct({
    id: String(60_000 + number) as ProductId,
    title: `Cake plate number ${number}`,
    handle: `cake-plate-${number}`,
    variants: [variant],
  });
}

function leftOf({ rules, catalog }: ReturnType<typeof sceneOf>): number {
  const { products, shop } = extractsOf({ format: 1, rules }, 7, catalog, HOW);
  return [shop, ...products.values()].reduce((sum, { left }) => sum + left, 0);
}
