import type { CatalogProduct, CatalogVariant, ProductImage } from "#app/core/catalog/catalog.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { parseInstant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { moneyFromDecimal } from "#app/core/values/money.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import {
  type ImageNode,
  type ProductNode,
  READ_MORE_VARIANTS,
  READ_PRODUCTS,
  type VariantNode,
} from "./graphql/read-products.graphql.ts";
import { readCurrency } from "./read-money.ts";
import { stockOf } from "./read-stock.ts";

export interface ProductsAsRead {
  readonly products: readonly CatalogProduct[];
  /** Those of the ids that Shopify has no product for (any more). */
  readonly missing: readonly ProductId[];
}

/** What one query may ask for: see the cost in the document. */
const AT_ONCE = 5;

/** The products with all their variants. A variant whose price we cannot represent exactly is left out. */
export async function readProducts(admin: Admin, ids: readonly ProductId[]): Promise<ProductsAsRead> {
  const products: CatalogProduct[] = [];
  const missing: ProductId[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const { shop, nodes } = await admin.ask(READ_PRODUCTS, { ids: some.map((id) => gidOf("Product", id)) });
    const currency = readCurrency(shop.currencyCode);
    for (const [index, id] of some.entries()) {
      const node = nodes[index];
      if (node?.id) products.push(productOf(node, await allVariants(admin, node), currency));
      else missing.push(id);
    }
  }
  return { products, missing };
}

async function allVariants(admin: Admin, { id, variants }: ProductNode): Promise<VariantNode[]> {
  const nodes = [...variants.nodes];
  let { hasNextPage, endCursor } = variants.pageInfo;
  while (hasNextPage) {
    const { product } = await admin.ask(READ_MORE_VARIANTS, { id, after: endCursor });
    if (!product) break;
    nodes.push(...product.variants.nodes);
    ({ hasNextPage, endCursor } = product.variants.pageInfo);
  }
  return nodes;
}

function productOf(node: ProductNode, variants: readonly VariantNode[], currency: Currency): CatalogProduct {
  const updatedAt = parseInstant(node.updatedAt);
  invariant(updatedAt !== undefined, `${node.updatedAt} is not a moment`);
  const image = imageOf(node.featuredMedia?.preview?.image, node.title);
  return {
    id: idOfGid("Product", node.id),
    title: node.title,
    handle: node.handle,
    status: STATUS[node.status],
    ...(image && { image }),
    requiresSellingPlan: node.requiresSellingPlan,
    isGiftCard: node.isGiftCard,
    variants: variants.flatMap((variant) => variantOf(variant, node.title, currency) ?? []),
    updatedAt,
  };
}

const STATUS = { ACTIVE: "active", ARCHIVED: "archived", DRAFT: "draft", UNLISTED: "unlisted" } as const;

function variantOf(node: VariantNode, productTitle: string, currency: Currency): CatalogVariant | undefined {
  const price = moneyFromDecimal(node.price, currency);
  if (!price) return undefined;
  const compareAtPrice = node.compareAtPrice === null ? undefined : moneyFromDecimal(node.compareAtPrice, currency);
  const image = imageOf(node.media.nodes[0]?.image, productTitle);
  return {
    id: idOfGid("ProductVariant", node.id),
    title: node.title,
    options: node.selectedOptions.map(({ name, value }) => ({ name, value })),
    price,
    ...(compareAtPrice && { compareAtPrice }),
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
