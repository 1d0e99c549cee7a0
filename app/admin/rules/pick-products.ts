import type { Currency } from "#app/core/values/currency.ts";
import { type PickedProduct, pickedFromPicker, selectionIdOf } from "./picked-product.ts";

/** Shopify's own product picker, several products at once; undefined when the merchant closes it. */
export async function pickTriggers(
  chosen: readonly PickedProduct[],
  currency: Currency,
): Promise<PickedProduct[] | undefined> {
  const picked = await shopify.resourcePicker({
    type: "product",
    action: "select",
    multiple: true,
    filter: { variants: false, draft: false, archived: false },
    selectionIds: chosen.map((product) => selectionIdOf(product)),
  });
  return picked?.map((product) => pickedFromPicker(product, currency));
}

/**
 * One product with those of its variants that may be offered; `variants` is empty when all of them are ticked, so that
 * a variant added to the product later is offered too. Undefined when the merchant closes the picker.
 */
export async function pickOffered(
  chosen: PickedProduct | undefined,
  variants: readonly string[],
  currency: Currency,
): Promise<{ readonly offered: PickedProduct; readonly variants: readonly string[] } | undefined> {
  const picked = await shopify.resourcePicker({
    type: "product",
    action: "select",
    multiple: false,
    filter: { draft: false, archived: false },
    selectionIds: chosen ? [selectionIdOf(chosen, variants)] : [],
  });
  const [product] = picked ?? [];
  if (!product) return undefined;
  const offered = pickedFromPicker(product, currency);
  const isWhole = offered.variants.length >= product.totalVariants;
  return { offered, variants: isWhole ? [] : offered.variants.map(({ id }) => id) };
}
