import type { CatalogProduct, CatalogVariant, ProductImage } from "#app/core/catalog/catalog.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { moneyFromDecimal } from "#app/core/values/money.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import {
  type AskedMetafields,
  type ComponentNode,
  type ImageNode,
  type MetafieldNode,
  POINTS_OF_A_PRODUCT,
  type ProductNode,
  READ_CATALOG_PAGE,
  READ_MORE_COMPONENTS,
  READ_MORE_VARIANTS,
  READ_PRODUCTS,
  type VariantNode,
} from "./graphql/read-products.graphql.ts";
import { allNodes } from "./read-all-nodes.ts";
import { readInstant } from "./read-instant.ts";
import { readCurrency, readShopMoney } from "./read-money.ts";
import { stockOf } from "./read-stock.ts";

export interface ProductsAsRead {
  readonly products: readonly CatalogProduct[];
  /** Those of the ids that Shopify has no product for (any more). */
  readonly missing: readonly ProductId[];
}

/** One page of all the products of a shop. */
export interface CatalogPage {
  readonly products: readonly CatalogProduct[];
  /** Where the next page begins; undefined after the last. */
  readonly next: string | undefined;
}

const POINTS_OF_A_QUERY = 1_000;

/**
 * The products with all their variants. Of their metafields those that are asked for, as "namespace.key". A variant whose
 * price we cannot represent exactly is left out.
 */
export async function readProducts(
  admin: Admin,
  ids: readonly ProductId[],
  metafields: readonly string[] = [],
): Promise<ProductsAsRead> {
  const products: CatalogProduct[] = [];
  const missing: ProductId[] = [];
  const atOnce = productsAtOnce(POINTS_OF_A_PRODUCT.byId, metafields);
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const gids = some.map((id) => gidOf("Product", id));
    const { shop, nodes } = await admin.ask(READ_PRODUCTS, { ids: gids, ...asking(metafields) });
    const currency = readCurrency(shop.currencyCode);
    for (const [index, id] of some.entries()) {
      const node = nodes[index];
      if (node?.id) products.push(await wholeProduct(admin, node, currency));
      else missing.push(id);
    }
  }
  return { products, missing };
}

/** The page that begins at `after`, or the first one; its products are read as `readProducts` reads them. */
export async function readCatalogPage(
  admin: Admin,
  after: string | undefined,
  metafields: readonly string[],
): Promise<CatalogPage> {
  const first = productsAtOnce(POINTS_OF_A_PRODUCT.onPage, metafields);
  const asked = { first, after: after ?? null, ...asking(metafields) };
  const { shop, products: page } = await admin.ask(READ_CATALOG_PAGE, asked);
  const currency = readCurrency(shop.currencyCode);
  const products: CatalogProduct[] = [];
  for (const node of page.nodes) products.push(await wholeProduct(admin, node, currency));
  const { hasNextPage, endCursor } = page.pageInfo;
  return { products, next: hasNextPage && endCursor !== null ? endCursor : undefined };
}

function productsAtOnce(points: number, metafields: readonly string[]): number {
  return Math.max(1, Math.floor(POINTS_OF_A_QUERY / (points + metafields.length)));
}

function asking(metafields: readonly string[]): AskedMetafields {
  return { metafields, most: Math.max(1, metafields.length), withMetafields: metafields.length > 0 };
}

async function wholeProduct(admin: Admin, node: ProductNode, currency: Currency): Promise<CatalogProduct> {
  const { id } = node;
  const variants = await allNodes(node.variants, async (after) => {
    const { product } = await admin.ask(READ_MORE_VARIANTS, { id, after });
    return product?.variants;
  });
  const components = await allNodes(node.bundleComponents, async (after) => {
    const { product } = await admin.ask(READ_MORE_COMPONENTS, { id, after });
    return product?.bundleComponents;
  });
  return productOf(node, variants, components, currency);
}

function productOf(
  node: ProductNode,
  variants: readonly VariantNode[],
  components: readonly ComponentNode[],
  currency: Currency,
): CatalogProduct {
  const image = imageOf(node.featuredMedia?.preview?.image, node.title);
  return {
    id: idOfGid("Product", node.id),
    title: node.title,
    handle: node.handle,
    status: STATUS[node.status],
    ...(image && { image }),
    requiresSellingPlan: node.requiresSellingPlan,
    isGiftCard: node.isGiftCard,
    type: node.productType,
    vendor: node.vendor,
    tags: node.tags,
    metafields: Object.fromEntries((node.metafields?.nodes ?? []).map(metafieldOf)),
    components: components.map(({ componentProduct }) => idOfGid("Product", componentProduct.id)),
    complementary: node.complementary ? productsListed(node.complementary.value) : [],
    variants: variants.flatMap((variant) => variantOf(variant, node.title, currency) ?? []),
    updatedAt: readInstant(node.updatedAt),
  };
}

/** Shopify documents that `keys` come back "in the same format", namespace and all; alone would say the same. */
function metafieldOf({ namespace, key, value }: MetafieldNode): readonly [string, string] {
  return [key.startsWith(`${namespace}.`) ? key : `${namespace}.${key}`, value];
}

/** The value of a `list.product_reference` metafield; empty where it is not one, as a merchant's own definition may be. */
function productsListed(value: string): ProductId[] {
  const gids = [...value.matchAll(/gid:\/\/shopify\/Product\/(\d{1,20})/g)];
  return [...new Set(gids.map(([, id]) => id as ProductId))];
}

const STATUS = { ACTIVE: "active", ARCHIVED: "archived", DRAFT: "draft", UNLISTED: "unlisted" } as const;

function variantOf(node: VariantNode, productTitle: string, currency: Currency): CatalogVariant | undefined {
  const price = moneyFromDecimal(node.price, currency);
  if (!price) return undefined;
  const compareAtPrice = node.compareAtPrice === null ? undefined : moneyFromDecimal(node.compareAtPrice, currency);
  const image = imageOf(node.media.nodes[0]?.image, productTitle);
  const { unitCost } = node.inventoryItem;
  const isCostKnown = unitCost?.currencyCode === currency;
  return {
    id: idOfGid("ProductVariant", node.id),
    title: node.title,
    options: node.selectedOptions.map(({ name, value }) => ({ name, value })),
    price,
    ...(compareAtPrice && { compareAtPrice }),
    ...(isCostKnown && { cost: readShopMoney({ shopMoney: unitCost }) }),
    stock: stockOf(node, node.inventoryItem.tracked),
    requiresShipping: node.inventoryItem.requiresShipping,
    ...(image && { image }),
    inventoryItem: idOfGid("InventoryItem", node.inventoryItem.id),
  };
}

/** The product's title describes a picture that the merchant did not describe. */
function imageOf(image: ImageNode | null | undefined, title: string): ProductImage | undefined {
  return image ? { url: image.url, description: image.altText || title } : undefined;
}
