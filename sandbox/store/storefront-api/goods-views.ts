import type { Money } from "#app/core/values/money.ts";
import { connectionOf, type PageArgs } from "../admin-api/connection.ts";
import { gid } from "../admin-api/gid.ts";
import { mediaImageNode } from "../admin-api/nodes/media.ts";
import { moneyNode } from "../admin-api/nodes/money.ts";
import type { Engine } from "../engine.ts";
import { marketPrice } from "../markets/market-price.ts";
import { metafieldsOf } from "../metafields/app-metafields-for.ts";
import { keptNamespace } from "../metafields/app-namespace.ts";
import type { BuyerContext } from "../state/cart.ts";
import type { StoredProduct, StoredVariant } from "../state/product.ts";

/** A product as a shopper of this country may see it. */
export function productView(engine: Engine, buyer: BuyerContext, product: StoredProduct) {
  const prices = product.variants.map((variant) => marketPrice(variant, buyer.currency).price);
  const ordered = prices.toSorted((one, other) => one.minor - other.minor);
  const bound = (price: Money | undefined) => (price ? moneyNode(price) : null);
  const options = product.options.length > 0 ? product.options : [{ name: "Title", values: ["Default Title"] }];
  return {
    __typename: "Product",
    id: gid("Product", product.id),
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    productType: product.type,
    tags: product.tags,
    availableForSale: product.variants.some(isForSale),
    requiresSellingPlan: product.requiresSellingPlan ?? false,
    isGiftCard: product.isGiftCard ?? false,
    onlineStoreUrl: `${engine.address}/products/${product.handle}`,
    featuredImage: imageView(engine, product),
    options: ({ first }: { first?: number | null }) =>
      options.slice(0, first ?? undefined).map(({ name, values }, index) => ({
        id: gid("ProductOption", product.id + index + 1),
        name,
        optionValues: values.map((value, at) => ({
          id: gid("ProductOptionValue", product.id + 100 * (index + 1) + at),
          name: value,
        })),
      })),
    priceRange: { minVariantPrice: bound(ordered[0]), maxVariantPrice: bound(ordered.at(-1)) },
    variants: (args: PageArgs) =>
      connectionOf(
        product.variants,
        args,
        ({ id }) => id,
        (variant) => variantView(engine, buyer, product, variant),
      ),
    metafield: fieldOf(engine, gid("Product", product.id)),
  };
}

export function variantView(engine: Engine, buyer: BuyerContext, product: StoredProduct, variant: StoredVariant) {
  const { price, compareAt } = marketPrice(variant, buyer.currency);
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", variant.id),
    title: variant.title,
    sku: variant.sku,
    price: moneyNode(price),
    compareAtPrice: compareAt ? moneyNode(compareAt) : null,
    availableForSale: isForSale(variant),
    currentlyNotInStock: false,
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable,
    image: imageView(engine, product, product.options.length > 0 ? variant : undefined),
    selectedOptions: variant.options.length > 0 ? variant.options : [{ name: "Title", value: "Default Title" }],
    product: () => productView(engine, buyer, product),
    metafield: fieldOf(engine, gid("ProductVariant", variant.id)),
  };
}

/** Null where nobody wrote it; whether a definition opens it to the storefront is not looked at. */
export function fieldOf(engine: Engine, owner: string) {
  return (wanted: { namespace?: string | null; key: string }) => {
    const namespace = keptNamespace(wanted.namespace);
    const found = metafieldsOf(engine, owner).find(
      (field) => field.key === wanted.key && field.namespace === namespace,
    );
    return found ? { ...found, id: gid("Metafield", found.id) } : null;
  };
}

function isForSale({ stock }: StoredVariant): boolean {
  return stock > 0;
}

function imageView(engine: Engine, product: StoredProduct, variant?: StoredVariant) {
  return mediaImageNode(engine, product, variant).image;
}
