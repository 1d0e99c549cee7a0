import { GraphQLError } from "graphql";
import { keptNamespace } from "../../metafields/app-namespace.ts";
import { variantOf } from "../../products.ts";
import { accessDenied, mayRead } from "../access.ts";
import type { ApiContext } from "../api-context.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { parseGid } from "../gid.ts";
import { searchIn } from "../search.ts";
import { collectionConnection, collectionNode } from "./collection.ts";
import { customerNode } from "./customer.ts";
import { discountQueries } from "./discount-queries.ts";
import { type inventoryItemNode, productNode, variantNode } from "./goods.ts";
import {
  CUSTOMER_FIELDS,
  CUSTOMER_SORTS,
  ORDER_FIELDS,
  ORDER_SORTS,
  PRODUCT_SORTS,
  productFields,
  VARIANT_FIELDS,
} from "./list-fields.ts";
import { definitionNode } from "./metafield.ts";
import { nodeBehind } from "./node.ts";
import { orderNode } from "./order.ts";
import { installationNode, shopLocaleNodes, shopNode } from "./shop.ts";
import { sortedBy } from "./sorted-by.ts";
import { type ThemesArgs, themeConnection } from "./theme.ts";

interface ListArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey: string;
}

interface CountArgs {
  readonly query?: string | null;
  /** Counted up to this; null counts all. */
  readonly limit?: number | null;
}

/** What a query starts from. An id of another type than asked for is Shopify's "Invalid id", an unknown one null. */
export const queryRoot = {
  shop: (_: unknown, { engine }: ApiContext) => shopNode(engine),
  shopLocales: (_: unknown, { engine }: ApiContext) => shopLocaleNodes(engine),
  themes: (args: ThemesArgs, { engine }: ApiContext) => themeConnection(engine, args),
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
  collection({ id }: { id: string }, { engine }: ApiContext) {
    const found = engine.state.collections.find((collection) => collection.id === numberOf(id, "Collection"));
    return found ? collectionNode(engine, found) : null;
  },
  customer({ id }: { id: string }, { engine }: ApiContext) {
    const found = engine.state.customers.find((customer) => customer.id === numberOf(id, "Customer"));
    return found ? customerNode(engine, found) : null;
  },
  node: ({ id }: { id: string }, context: ApiContext) => readableNode(id, context),
  nodes: ({ ids }: { ids: readonly string[] }, context: ApiContext) => ids.map((id) => readableNode(id, context)),

  products(args: ListArgs, { engine }: ApiContext) {
    const found = searchIn(engine.state.products, args.query, productFields(engine));
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
  customers(args: ListArgs, { engine }: ApiContext) {
    const found = searchIn(engine.state.customers, args.query, CUSTOMER_FIELDS);
    return connectionOf(
      sortedBy(found, CUSTOMER_SORTS[args.sortKey] ?? ((customer) => customer.id)),
      args,
      (customer) => customer.id,
      (customer) => customerNode(engine, customer),
    );
  },
  collections: (args: ListArgs, { engine }: ApiContext) => collectionConnection(engine, engine.state.collections, args),

  ...discountQueries,
  metafieldDefinitions(
    args: PageArgs & { ownerType: string; namespace?: string | null; key?: string | null },
    { engine }: ApiContext,
  ) {
    const found = engine.state.metafieldDefinitions.filter(
      ({ ownerType, namespace, key }) =>
        ownerType === args.ownerType &&
        (args.namespace == null || namespace === keptNamespace(args.namespace)) &&
        (args.key == null || key === args.key),
    );
    return connectionOf(
      found,
      args,
      ({ id }) => id,
      (definition) => definitionNode(engine, definition),
    );
  },

  ordersCount: ({ query, limit }: CountArgs, { engine }: ApiContext) =>
    countOf(searchIn(engine.state.orders, query, ORDER_FIELDS).length, limit),
  productsCount: ({ query, limit }: CountArgs, { engine }: ApiContext) =>
    countOf(searchIn(engine.state.products, query, productFields(engine)).length, limit),
};

function countOf(count: number, limit: number | null | undefined) {
  return limit != null && count > limit ? { count: limit, precision: "AT_LEAST" } : { count, precision: "EXACT" };
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
