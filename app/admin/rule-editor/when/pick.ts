import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, VariantId } from "#app/core/values/ids.ts";
import { type PickedProduct, pickedFromPicker, selectionIdOf } from "../../rules/picked-product.ts";

/** What a condition may name of the shop's goods. */
export type Goods = "products" | "variants" | "collections";

/** What Shopify's picker gave: ids as the rule writes them, and what we now know of them. */
export interface PickedGoods {
  readonly ids: readonly string[];
  readonly products: readonly PickedProduct[];
  readonly collections: readonly { readonly id: CollectionId; readonly title: string }[];
}

interface Before {
  readonly ids: readonly string[];
  readonly products: ReadonlyMap<ProductId, PickedProduct>;
  readonly currency: Currency;
}

/** Shopify's own picker for goods of this sort, those of before ticked; undefined when the merchant closes it. */
export async function pickGoods(goods: Goods, before: Before): Promise<PickedGoods | undefined> {
  return goods === "collections" ? pickCollections(before) : pickProducts(goods, before);
}

async function pickProducts(goods: "products" | "variants", before: Before): Promise<PickedGoods | undefined> {
  const answer = await shopify.resourcePicker({
    type: "product",
    action: "select",
    multiple: true,
    filter: { variants: goods === "variants", draft: false, archived: false },
    selectionIds: goods === "products" ? productsChosen(before) : variantsChosen(before),
  });
  if (!answer) return undefined;
  const products = answer.map((product) => pickedFromPicker(product, before.currency));
  // What the picker could not tick, since nobody knows its product, it cannot take away either.
  const unknown = goods === "variants" ? before.ids.filter((id) => !productOf(id, before.products)) : [];
  const ids = goods === "products" ? products.map(({ id }) => id) : products.flatMap(variantIdsOf);
  return { ids: [...unknown, ...ids], products, collections: [] };
}

async function pickCollections({ ids }: Before): Promise<PickedGoods | undefined> {
  const answer = await shopify.resourcePicker({
    type: "collection",
    action: "select",
    multiple: true,
    selectionIds: ids.map((id) => ({ id: `gid://shopify/Collection/${id}` })),
  });
  const collections = answer?.map(({ id, title }) => ({
    id: id.slice(id.lastIndexOf("/") + 1) as CollectionId,
    title,
  }));
  return collections && { ids: collections.map(({ id }) => id), products: [], collections };
}

const productsChosen = ({ ids }: Before) => ids.map((id) => selectionIdOf({ id: id as ProductId }));

function variantsChosen({ ids, products }: Before) {
  return [...products.values()].flatMap(({ id, variants }) => {
    const chosen = variants.filter((variant) => ids.includes(variant.id)).map((variant) => variant.id);
    return chosen.length > 0 ? [selectionIdOf({ id }, chosen)] : [];
  });
}

/** The product that has this variant, among those that are known. */
export function productOf(id: string, products: ReadonlyMap<ProductId, PickedProduct>): PickedProduct | undefined {
  return [...products.values()].find(({ variants }) => variants.some((variant) => variant.id === id));
}

const variantIdsOf = ({ variants }: PickedProduct): readonly VariantId[] => variants.map(({ id }) => id);
