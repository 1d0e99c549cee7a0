import { GraphQLError } from "graphql";
import { isoSeconds } from "../../iso-time.ts";
import { type FoundVariant, variantOf } from "../../products.ts";
import type { Order } from "../../state/order.ts";
import type { StoredProduct } from "../../state/product.ts";
import { accessDenied, mayRead } from "../access.ts";
import type { ApiContext } from "../api-context.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { parseGid } from "../gid.ts";
import { type Fields, searchIn } from "../search.ts";
import { type inventoryItemNode, productNode, variantNode } from "./goods.ts";
import { nodeBehind } from "./node.ts";
import { orderNode } from "./order.ts";
import { installationNode, shopLocaleNodes, shopNode } from "./shop.ts";

interface ListArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey: string;
}

/** What a query starts from. An id of another type than asked for is Shopify's "Invalid id", an unknown one null. */
export const queryRoot = {
  shop: (_: unknown, { engine }: ApiContext) => shopNode(engine),
  shopLocales: (_: unknown, { engine }: ApiContext) => shopLocaleNodes(engine),
  currentAppInstallation(_: unknown, { engine }: ApiContext) {
    const { installation } = engine.state;
    if (!installation) throw new GraphQLError("App is not installed");
    return installationNode(engine, installation);
  },

  product({ id }: { id: string }, { engine }: ApiContext) {
    const found = engine.state.products.find((product) => product.id === numberOf(id, "Product"));
    return found ? productNode(engine, found) : null;
  },
  productVariant({ id }: { id: string }, { engine }: ApiContext) {
    const found = variantOf(engine, numberOf(id, "ProductVariant"));
    return found ? variantNode(engine, found.product, found.variant) : null;
  },
  inventoryItem({ id }: { id: string }, { engine }: ApiContext) {
    const found = nodeBehind(engine, `gid://shopify/InventoryItem/${numberOf(id, "InventoryItem")}`);
    return found?.__typename === "InventoryItem" ? (found as ReturnType<typeof inventoryItemNode>) : null;
  },
  order({ id }: { id: string }, { engine }: ApiContext) {
    const found = engine.state.orders.find((order) => order.id === numberOf(id, "Order"));
    return found ? orderNode(engine, found) : null;
  },
  node: ({ id }: { id: string }, context: ApiContext) => readableNode(id, context),
  nodes: ({ ids }: { ids: readonly string[] }, context: ApiContext) => ids.map((id) => readableNode(id, context)),

  products(args: ListArgs, { engine }: ApiContext) {
    const found = searchIn(engine.state.products, args.query, PRODUCT_FIELDS);
    const sorted = sortedBy(found, PRODUCT_SORTS[args.sortKey] ?? ((product) => product.id));
    return connectionOf(
      sorted,
      args,
      (product) => product.id,
      (product) => productNode(engine, product),
    );
  },
  productVariants(args: ListArgs, { engine }: ApiContext) {
    const all = engine.state.products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
    const found = searchIn(all, args.query, VARIANT_FIELDS);
    return connectionOf(
      sortedBy(found, ({ variant }) => variant.id),
      args,
      ({ variant }) => variant.id,
      ({ product, variant }) => variantNode(engine, product, variant),
    );
  },
  orders(args: ListArgs, { engine }: ApiContext) {
    const found = searchIn(engine.state.orders, args.query, ORDER_FIELDS);
    return connectionOf(
      sortedBy(found, ORDER_SORTS[args.sortKey] ?? ((order) => order.processedAt)),
      args,
      (order) => order.id,
      (order) => orderNode(engine, order),
    );
  },
};

type SortKey<Item> = (item: Item) => number | string;

const PRODUCT_SORTS: Readonly<Record<string, SortKey<StoredProduct>>> = {
  TITLE: (product) => product.title,
  VENDOR: (product) => product.vendor,
  CREATED_AT: (product) => product.createdAt,
  UPDATED_AT: (product) => product.updatedAt,
  RELEVANCE: (product) => product.bestSellerRank,
};

const ORDER_SORTS: Readonly<Record<string, SortKey<Order>>> = {
  CREATED_AT: (order) => order.createdAt,
  UPDATED_AT: (order) => order.updatedAt,
  ID: (order) => order.id,
  ORDER_NUMBER: (order) => order.number,
};

const PRODUCT_FIELDS: Fields<StoredProduct> = {
  default: (product) => [product.title, product.type, product.vendor, ...product.tags],
  id: (product) => [product.id],
  title: (product) => [product.title],
  handle: (product) => [product.handle],
  status: () => ["active"],
  product_type: (product) => [product.type],
  vendor: (product) => [product.vendor],
  tag: (product) => product.tags,
  sku: (product) => product.variants.map((variant) => variant.sku),
  created_at: (product) => [isoSeconds(product.createdAt)],
  updated_at: (product) => [isoSeconds(product.updatedAt)],
};

const VARIANT_FIELDS: Fields<FoundVariant> = {
  default: ({ product, variant }) => [product.title, variant.title, variant.sku],
  id: ({ variant }) => [variant.id],
  product_id: ({ product }) => [product.id],
  sku: ({ variant }) => [variant.sku],
  title: ({ variant }) => [variant.title],
  updated_at: ({ variant }) => [isoSeconds(variant.updatedAt)],
};

const ORDER_FIELDS: Fields<Order> = {
  default: (order) => [order.name, order.email],
  id: (order) => [order.id],
  name: (order) => [order.name, String(order.number)],
  tag: (order) => order.tags,
  created_at: (order) => [isoSeconds(order.createdAt)],
  processed_at: (order) => [isoSeconds(order.processedAt)],
  updated_at: (order) => [isoSeconds(order.updatedAt)],
};

function sortedBy<Item>(items: readonly Item[], key: SortKey<Item>): Item[] {
  return items.toSorted((left, right) => {
    const [one, other] = [key(left), key(right)];
    return typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one).localeCompare(String(other));
  });
}

function numberOf(id: string, type: string): number {
  const parsed = parseGid(id);
  if (parsed?.type !== type)
    throw new GraphQLError(`Invalid id: ${id}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
  return parsed.id;
}

function readableNode(id: string, { engine, scopes }: ApiContext) {
  const node = nodeBehind(engine, id);
  const lacking = node ? mayRead(node.__typename, scopes) : undefined;
  if (lacking) throw accessDenied("node", lacking);
  return node;
}
