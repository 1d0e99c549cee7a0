import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import { type Money, moneyFromDecimal } from "#app/core/values/money.ts";

/** A product as the editor shows it, whether it was just picked or stood in the rule. */
export interface PickedProduct {
  readonly id: ProductId;
  readonly title: string;
  readonly picture?: string;
  /** Why it cannot be sold as it is; absent when it can, or when we do not know. */
  readonly gone?: "deleted" | "draft" | "archived" | "unlisted";
  readonly variants: readonly PickedVariant[];
}

interface PickedVariant {
  readonly id: VariantId;
  readonly title: string;
  readonly price?: Money;
}

export function pickedFromCatalog(id: ProductId, product: CatalogProduct | undefined): PickedProduct {
  if (!product) return { id, title: `Product ${id}`, variants: [] };
  return {
    id,
    title: product.title,
    ...pictureOf(product),
    ...(product.status === "active" ? {} : { gone: product.status }),
    variants: product.variants.map(({ id, title, price }) => ({ id, title, price })),
  };
}

/** A deleted product's picture is deleted with it. */
export function pictureOf({ image, status }: CatalogProduct): { readonly picture?: string } {
  return image && status !== "deleted" ? { picture: image.url } : {};
}

type FromPicker = NonNullable<Awaited<ReturnType<typeof shopify.resourcePicker<"product">>>>[number];

/**
 * What Shopify's resource picker gave: the product and, of its variants, those that were ticked. The picker speaks
 * global ids and decimal text; this is where the browser turns them into ours.
 */
export function pickedFromPicker(product: FromPicker, currency: Currency): PickedProduct {
  const picture = product.images[0]?.originalSrc;
  const gone = goneFrom(product.status);
  return {
    id: numberOf(product.id) as ProductId,
    title: product.title,
    ...(picture ? { picture } : {}),
    ...(gone ? { gone } : {}),
    variants: product.variants.flatMap(({ id, title, price }) => {
      const amount = price === undefined ? undefined : moneyFromDecimal(String(price), currency);
      return id ? [{ id: numberOf(id) as VariantId, title: title ?? "", ...(amount ? { price: amount } : {}) }] : [];
    }),
  };
}

/** What the picker shall show as chosen already. */
export function selectionIdOf({ id }: Pick<PickedProduct, "id">, variants: readonly string[] = []) {
  return {
    id: `gid://shopify/Product/${id}`,
    ...(variants.length > 0
      ? { variants: variants.map((variant) => ({ id: `gid://shopify/ProductVariant/${variant}` })) }
      : {}),
  };
}

/** The lowest and the highest price among the variants that are offered; undefined while no price is known. */
export function priceRange(
  { variants }: PickedProduct,
  chosen: readonly string[],
): { readonly lowest: Money; readonly highest: Money } | undefined {
  const prices = variants
    .filter(({ id }) => chosen.length === 0 || chosen.includes(id))
    .flatMap(({ price }) => (price ? [price] : []))
    .sort((left, right) => left.minor - right.minor);
  const [lowest] = prices;
  const highest = prices.at(-1);
  return lowest && highest ? { lowest, highest } : undefined;
}

function numberOf(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}

function goneFrom(status: string): PickedProduct["gone"] {
  const lower = status.toLowerCase();
  return lower === "draft" || lower === "archived" || lower === "unlisted" ? lower : undefined;
}
