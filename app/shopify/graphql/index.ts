import * as order from "./read-order.graphql.ts";
import * as products from "./read-products.graphql.ts";
import * as shop from "./read-shop.graphql.ts";
import * as stock from "./read-stock.graphql.ts";

/** Every operation we send, by the name of its constant: what the tests hold against the published schema. */
export const ADMIN_DOCUMENTS = { ...shop, ...products, ...stock, ...order };
