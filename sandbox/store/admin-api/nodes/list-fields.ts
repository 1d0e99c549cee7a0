import { belongsTo } from "../../collections.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { financialStatusOf } from "../../orders/amounts.ts";
import type { FoundVariant } from "../../products.ts";
import type { StoredCollection } from "../../state/collection.ts";
import type { Customer } from "../../state/customer.ts";
import type { Order } from "../../state/order.ts";
import type { StoredProduct } from "../../state/product.ts";
import type { Fields } from "../search.ts";
import type { SortKey } from "./sorted-by.ts";

/** What each list can be sorted by, by Shopify's sort keys; those not here sort by id (orders: by the time of processing). */
export const PRODUCT_SORTS: Readonly<Record<string, SortKey<StoredProduct>>> = {
  TITLE: (product) => product.title,
  VENDOR: (product) => product.vendor,
  PRODUCT_TYPE: (product) => product.type,
  CREATED_AT: (product) => product.createdAt,
  PUBLISHED_AT: (product) => product.createdAt,
  UPDATED_AT: (product) => product.updatedAt,
  INVENTORY_TOTAL: (product) => product.variants.reduce((total, variant) => total + variant.stock, 0),
  RELEVANCE: (product) => product.bestSellerRank,
};

export const ORDER_SORTS: Readonly<Record<string, SortKey<Order>>> = {
  CREATED_AT: (order) => order.createdAt,
  UPDATED_AT: (order) => order.updatedAt,
  ID: (order) => order.id,
  ORDER_NUMBER: (order) => order.number,
};

export const COLLECTION_SORTS: Readonly<Record<string, SortKey<StoredCollection>>> = {
  TITLE: (collection) => collection.title,
  UPDATED_AT: (collection) => collection.updatedAt,
};

export const CUSTOMER_SORTS: Readonly<Record<string, SortKey<Customer>>> = {
  NAME: (customer) => `${customer.lastName} ${customer.firstName}`,
  CREATED_AT: (customer) => customer.createdAt,
  UPDATED_AT: (customer) => customer.updatedAt,
};

/** What each list can be searched by. https://shopify.dev/docs/api/usage/search-syntax */
export function productFields(engine: Engine): Fields<StoredProduct> {
  return {
    default: (product) => [product.title, product.type, product.vendor, ...product.tags],
    id: (product) => [product.id],
    title: (product) => [product.title],
    handle: (product) => [product.handle],
    status: () => ["active"],
    product_type: (product) => [product.type],
    vendor: (product) => [product.vendor],
    tag: (product) => product.tags,
    sku: (product) => product.variants.map((variant) => variant.sku),
    gift_card: (product) => [String(product.isGiftCard === true)],
    bundles: (product) => [String(product.components !== undefined)],
    inventory_total: (product) => [product.variants.reduce((total, variant) => total + variant.stock, 0)],
    price: (product) => product.variants.map((variant) => variant.priceMinor / 100),
    collection_id: (product) =>
      engine.state.collections.filter((collection) => belongsTo(product, collection)).map(({ id }) => id),
    created_at: (product) => [isoSeconds(product.createdAt)],
    updated_at: (product) => [isoSeconds(product.updatedAt)],
  };
}

export const VARIANT_FIELDS: Fields<FoundVariant> = {
  default: ({ product, variant }) => [product.title, variant.title, variant.sku],
  id: ({ variant }) => [variant.id],
  product_id: ({ product }) => [product.id],
  sku: ({ variant }) => [variant.sku],
  title: ({ variant }) => [variant.title],
  updated_at: ({ variant }) => [isoSeconds(variant.updatedAt)],
};

export const ORDER_FIELDS: Fields<Order> = {
  default: (order) => [order.name, order.email],
  id: (order) => [order.id],
  name: (order) => [order.name, String(order.number)],
  email: (order) => [order.email],
  tag: (order) => order.tags,
  test: () => ["true"],
  customer_id: (order) => [order.customerId],
  source_name: () => ["web"],
  financial_status: (order) => [financialStatusOf(order).toLowerCase()],
  status: (order) => [order.cancelledAt === undefined ? "open" : "cancelled"],
  created_at: (order) => [isoSeconds(order.createdAt)],
  processed_at: (order) => [isoSeconds(order.processedAt)],
  updated_at: (order) => [isoSeconds(order.updatedAt)],
};

export const COLLECTION_FIELDS: Fields<StoredCollection> = {
  default: (collection) => [collection.title],
  id: (collection) => [collection.id],
  title: (collection) => [collection.title],
  handle: (collection) => [collection.handle],
  collection_type: (collection) => [collection.membership.kind === "rule" ? "smart" : "custom"],
  updated_at: (collection) => [isoSeconds(collection.updatedAt)],
};

export const CUSTOMER_FIELDS: Fields<Customer> = {
  default: (customer) => [customer.email, customer.firstName, customer.lastName],
  id: (customer) => [customer.id],
  email: (customer) => [customer.email],
  tag: (customer) => customer.tags,
  customer_date: (customer) => [isoSeconds(customer.createdAt)],
  updated_at: (customer) => [isoSeconds(customer.updatedAt)],
};
