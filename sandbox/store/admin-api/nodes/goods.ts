import { decimalOf } from "#app/core/values/money.ts";
import { type Engine, inShopMoney } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { marketPrice } from "../../markets/market-price.ts";
import { marketOf } from "../../markets/markets.ts";
import type { StoredProduct, StoredVariant } from "../../state/product.ts";
import { DEMO_SHOP } from "../../state/shop-identity.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { mediaImageNode } from "./media.ts";
import { metafieldFields } from "./metafield.ts";
import { moneyNode } from "./money.ts";

/** Its collections and components are added by linked-fields.ts. */
export function productNode(engine: Engine, product: StoredProduct) {
  const prices = product.variants.map((variant) => variant.priceMinor);
  const media = [
    mediaImageNode(engine, product),
    ...product.variants.flatMap((each) => ownMedia(engine, product, each)),
  ];
  return {
    __typename: "Product",
    id: gid("Product", product.id),
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    status: "ACTIVE",
    vendor: product.vendor,
    productType: product.type,
    tags: product.tags,
    description: product.description
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
    descriptionHtml: product.description,
    totalInventory: product.variants.reduce((total, variant) => total + variant.stock, 0),
    tracksInventory: true,
    requiresSellingPlan: product.requiresSellingPlan ?? false,
    isGiftCard: product.isGiftCard ?? false,
    hasOnlyDefaultVariant: product.variants.length === 1 && product.options.length === 0,
    onlineStoreUrl: `${engine.address}/products/${product.handle}`,
    featuredMedia: media[0],
    priceRangeV2: {
      minVariantPrice: moneyNode(inShopMoney(engine, Math.min(...prices))),
      maxVariantPrice: moneyNode(inShopMoney(engine, Math.max(...prices))),
    },
    variantsCount: { count: product.variants.length, precision: "EXACT" },
    createdAt: isoSeconds(product.createdAt),
    updatedAt: isoSeconds(product.updatedAt),
    publishedAt: isoSeconds(product.createdAt),
    options: ({ first }: { first?: number | null }) => optionNodes(product).slice(0, first ?? undefined),
    variants: (args: PageArgs) => variantConnection(engine, product, product.variants, args),
    media: (args: PageArgs) => mediaConnection(media, args),
    ...metafieldFields(engine, gid("Product", product.id)),
  };
}

export function variantNode(engine: Engine, product: StoredProduct, variant: StoredVariant) {
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", variant.id),
    legacyResourceId: String(variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: decimalOf(inShopMoney(engine, variant.priceMinor)),
    compareAtPrice:
      variant.compareAtMinor === undefined ? null : decimalOf(inShopMoney(engine, variant.compareAtMinor)),
    contextualPricing: ({ context }: { context: { country?: string | null } }) => pricingNode(variant, context.country),
    availableForSale: variant.stock > 0,
    inventoryQuantity: variant.stock,
    inventoryPolicy: "DENY",
    taxable: variant.taxable,
    position: product.variants.indexOf(variant) + 1,
    createdAt: isoSeconds(product.createdAt),
    updatedAt: isoSeconds(variant.updatedAt),
    requiresComponents: product.components !== undefined,
    inventoryItem: () => inventoryItemNode(engine, product, variant),
    selectedOptions: variant.options.length > 0 ? variant.options : [{ name: "Title", value: "Default Title" }],
    media: (args: PageArgs) => mediaConnection(ownMedia(engine, product, variant), args),
    product: () => productNode(engine, product),
    ...metafieldFields(engine, gid("ProductVariant", variant.id)),
  };
}

/** What it costs in a country, by the market that the country belongs to; without one in the shop's own. */
function pricingNode(variant: StoredVariant, country: string | null | undefined) {
  const { price, compareAt } = marketPrice(variant, marketOf(country ?? DEMO_SHOP.country).currency);
  return { price: moneyNode(price), compareAtPrice: compareAt ? moneyNode(compareAt) : null };
}

/** A variant has a picture of its own where the product has a choice. */
function ownMedia(engine: Engine, product: StoredProduct, variant: StoredVariant) {
  return product.options.length > 0 ? [mediaImageNode(engine, product, variant)] : [];
}

function mediaConnection(media: readonly ReturnType<typeof mediaImageNode>[], args: PageArgs) {
  return connectionOf(
    media,
    args,
    (image) => image.id,
    (image) => image,
  );
}

export function variantConnection(
  engine: Engine,
  product: StoredProduct,
  variants: readonly StoredVariant[],
  args: PageArgs,
) {
  return connectionOf(
    variants,
    args,
    (variant) => variant.id,
    (variant) => variantNode(engine, product, variant),
  );
}

function optionNodes(product: StoredProduct) {
  const options = product.options.length > 0 ? product.options : [{ name: "Title", values: ["Default Title"] }];
  return options.map(({ name, values }, index) => ({
    id: gid("ProductOption", product.id + index + 1),
    name,
    position: index + 1,
    values,
  }));
}

export function inventoryItemNode(engine: Engine, product: StoredProduct, variant: StoredVariant) {
  return {
    __typename: "InventoryItem",
    id: gid("InventoryItem", variant.inventoryItemId),
    legacyResourceId: String(variant.inventoryItemId),
    sku: variant.sku,
    tracked: true,
    requiresShipping: variant.requiresShipping,
    unitCost: variant.costMinor === null ? null : moneyNode(inShopMoney(engine, variant.costMinor)),
    createdAt: isoSeconds(product.createdAt),
    updatedAt: isoSeconds(variant.updatedAt),
    variants: (args: PageArgs) => variantConnection(engine, product, [variant], args),
    inventoryLevels: (args: PageArgs) =>
      connectionOf(
        [variant],
        args,
        ({ id }) => id,
        () => inventoryLevelNode(engine, product, variant),
      ),
  };
}

/** All stock is at the shop's one location, and all of it is available. */
function inventoryLevelNode(engine: Engine, product: StoredProduct, variant: StoredVariant) {
  const { location } = engine.shop;
  const id = `${location.id}?inventory_item_id=${variant.inventoryItemId}`;
  const updatedAt = isoSeconds(variant.updatedAt);
  return {
    __typename: "InventoryLevel",
    id: gid("InventoryLevel", id),
    location: {
      __typename: "Location",
      id: gid("Location", location.id),
      legacyResourceId: String(location.id),
      name: location.name,
      isActive: true,
    },
    item: () => inventoryItemNode(engine, product, variant),
    quantities: ({ names }: { names: readonly string[] }) =>
      names
        .filter((name) => name === "available" || name === "on_hand")
        .map((name) => ({
          id: gid("InventoryQuantity", `${id}&name=${name}`),
          name,
          quantity: variant.stock,
          updatedAt,
        })),
    updatedAt,
  };
}
