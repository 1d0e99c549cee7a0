import * as discounts from "./discounts.graphql.ts";
import * as metafields from "./metafields.graphql.ts";
import * as collection from "./read-collection.graphql.ts";
import * as customer from "./read-customer.graphql.ts";
import * as languages from "./read-languages.graphql.ts";
import * as order from "./read-order.graphql.ts";
import { READ_CURRENCIES_OF_COUNTRIES, READ_PRICES } from "./read-prices.graphql.ts";
import { READ_CATALOG_PAGE, READ_MORE_COMPONENTS, READ_MORE_VARIANTS, READ_PRODUCTS } from "./read-products.graphql.ts";
import * as setup from "./read-setup.graphql.ts";
import * as shop from "./read-shop.graphql.ts";
import * as stock from "./read-stock.graphql.ts";

/** Every operation we send, by the name of its constant: what the tests hold against the published schema. */
export const ADMIN_DOCUMENTS = {
  ...shop,
  ...setup,
  ...languages,
  READ_CURRENCIES_OF_COUNTRIES,
  READ_PRICES,
  READ_PRODUCTS,
  READ_CATALOG_PAGE,
  READ_MORE_VARIANTS,
  READ_MORE_COMPONENTS,
  ...stock,
  ...order,
  ...collection,
  ...customer,
  ...metafields,
  ...discounts,
};
