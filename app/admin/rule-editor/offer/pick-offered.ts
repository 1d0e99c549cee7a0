import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId } from "#app/core/values/ids.ts";
import { type PickedProduct, pickedFromPicker, selectionIdOf } from "../../rules/picked-product.ts";
import type { Chosen } from "./offer-document.ts";

/** What Shopify's picker gave: products with those of their variants that are named, and what we know of them. */
export interface Offered {
  readonly chosen: readonly Chosen[];
  readonly picked: readonly PickedProduct[];
}

/**
 * Shopify's own picker for the products of an offer. Those chosen before keep their places and how many there are of them;
 * a product whose variants are all ticked names none of them, so that one added to it later is offered too. Undefined
 * when the merchant closes it.
 */
export async function pickOffered(
  before: readonly Chosen[],
  most: number,
  currency: Currency,
): Promise<Offered | undefined> {
  const answer = await shopify.resourcePicker({
    type: "product",
    action: "select",
    multiple: most,
    filter: { draft: false, archived: false },
    selectionIds: byProduct(before).map(([id, variants]) => selectionIdOf({ id }, variants)),
  });
  if (!answer) return undefined;
  const picked = answer.map((product) => pickedFromPicker(product, currency));
  const given = picked.map(({ id, variants }, index): Chosen => {
    const isWhole = variants.length >= (answer[index]?.totalVariants ?? 0);
    return { product: id, ...(isWhole ? {} : { variants: variants.map((variant) => variant.id) }) };
  });
  return { chosen: [...kept(before, given), ...given.filter(({ product }) => !names(before, product))], picked };
}

/** One of the shop's collections; undefined when the merchant closes it. */
export async function pickCollection(
  before: string,
): Promise<{ readonly id: CollectionId; readonly title: string } | undefined> {
  const answer = await shopify.resourcePicker({
    type: "collection",
    action: "select",
    multiple: false,
    ...(before === "" ? {} : { selectionIds: [{ id: `gid://shopify/Collection/${before}` }] }),
  });
  const [collection] = answer ?? [];
  return (
    collection && {
      id: collection.id.slice(collection.id.lastIndexOf("/") + 1) as CollectionId,
      title: collection.title,
    }
  );
}

/** Those of before that are still chosen, in their places, each with the variants that are ticked now. */
function kept(before: readonly Chosen[], given: readonly Chosen[]): Chosen[] {
  const placed = before.filter((one, index) => before.findIndex(({ product }) => product === one.product) === index);
  return placed.flatMap(({ product, quantity }) => {
    const now = given.find((one) => one.product === product);
    return now ? { ...now, ...(quantity === undefined ? {} : { quantity }) } : [];
  });
}

function names(before: readonly Chosen[], product: string): boolean {
  return before.some((one) => one.product === product);
}

/** The items of a bundle may be several variants of one product, which the picker takes together. */
function byProduct(chosen: readonly Chosen[]) {
  const variantsOf = new Map<Chosen["product"], string[]>();
  for (const { product, variants = [] } of chosen) {
    variantsOf.set(product, [...(variantsOf.get(product) ?? []), ...variants]);
  }
  return [...variantsOf];
}
