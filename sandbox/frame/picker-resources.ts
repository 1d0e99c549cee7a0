import { parseCurrency } from "#app/core/values/currency.ts";
import { decimalOf, money } from "#app/core/values/money.ts";
import type { SandboxStore } from "../store/sandbox-store.ts";
import type { StoredCollection } from "../store/state/collection.ts";
import type { StoredProduct, StoredVariant } from "../store/state/product.ts";
import type { PickedResource, ResourceType } from "./messages.ts";
import { matchesSearch } from "./product-search.ts";

type PickerStore = Pick<SandboxStore, "products" | "shop" | "collections" | "productsIn">;

/**
 * What the resource picker lists, in the shapes it hands to the app (Product and Collection of
 * @shopify/app-bridge-types 0.7.2). For variants: the products, each with its variants. Pictures are whole addresses.
 */
export function pickerResources(
  store: PickerStore,
  storeUrl: string,
  ask: { readonly type: ResourceType; readonly queries: readonly string[] },
): PickedResource[] {
  if (ask.type === "collection")
    return store
      .collections()
      .filter(({ title }) => ask.queries.every((query) => says(title, query)))
      .map((collection) => pickerCollection(collection, store));
  return store
    .products()
    .filter((product) => ask.queries.every((query) => matchesSearch(product, query)))
    .map((product) => pickerProduct(product, store, storeUrl));
}

function pickerProduct(product: StoredProduct, { shop }: PickerStore, storeUrl: string): PickedResource {
  const picture = {
    id: gid("ProductImage", product.id),
    altText: product.title,
    originalSrc: storeUrl + product.picture,
  };
  const base = {
    id: gid("Product", product.id),
    title: product.title,
    handle: product.handle,
    productType: product.type,
    vendor: product.vendor,
    tags: product.tags,
    status: "ACTIVE",
    descriptionHtml: product.description,
    createdAt: new Date(product.createdAt).toISOString(),
    updatedAt: new Date(product.updatedAt).toISOString(),
    publishedAt: new Date(product.createdAt).toISOString(),
    availablePublicationCount: 1,
    hasOnlyDefaultVariant: product.options.length === 0,
    images: [picture],
    options: product.options.map(({ name, values }, index) => ({
      id: gid("ProductOption", product.id * 10 + index),
      name,
      position: index + 1,
      values,
    })),
    templateSuffix: null,
    totalInventory: product.variants.reduce((sum, { stock }) => sum + stock, 0),
    totalVariants: product.variants.length,
    tracksInventory: true,
  };
  return {
    ...base,
    variants: product.variants.map((variant, index) => pickerVariant(variant, index, product, shop.currency)),
  };
}

function pickerVariant(variant: StoredVariant, index: number, product: StoredProduct, currency: string) {
  return {
    id: gid("ProductVariant", variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    price: decimalPrice(variant.priceMinor, currency),
    compareAtPrice: null,
    availableForSale: variant.stock > 0,
    inventoryQuantity: variant.stock,
    inventoryItem: { id: gid("InventoryItem", variant.inventoryItemId) },
    inventoryManagement: "SHOPIFY",
    inventoryPolicy: "DENY",
    position: index + 1,
    product: { id: gid("Product", product.id), title: product.title },
    requiresShipping: variant.requiresShipping,
    selectedOptions: variant.options.map(({ value }) => ({ value })),
    sku: variant.sku,
    taxable: variant.taxable,
    weight: 0,
    weightUnit: "KILOGRAMS",
    createdAt: new Date(product.createdAt).toISOString(),
    updatedAt: new Date(variant.updatedAt).toISOString(),
  };
}

function pickerCollection(collection: StoredCollection, store: PickerStore): PickedResource {
  const { id, title, handle, membership, updatedAt } = collection;
  const count = store.productsIn(collection).length;
  const isManual = membership.kind === "manual";
  return {
    id: gid("Collection", id),
    title,
    handle,
    availablePublicationCount: 1,
    description: "",
    descriptionHtml: "",
    productsAutomaticallySortedCount: isManual ? 0 : count,
    productsManuallySortedCount: isManual ? count : 0,
    productsCount: count,
    publicationCount: 1,
    ruleSet: isManual
      ? null
      : {
          appliedDisjunctively: false,
          rules: [{ column: membership.column.toUpperCase(), relation: "EQUALS", condition: membership.is }],
        },
    seo: { title: null, description: null },
    sortOrder: isManual ? "MANUAL" : "BEST_SELLING",
    storefrontId: gid("Collection", id),
    templateSuffix: null,
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

function gid(kind: string, id: number): string {
  return `gid://shopify/${kind}/${id}`;
}

function decimalPrice(minor: number, code: string): string {
  const currency = parseCurrency(code);
  if (!currency) throw new Error(`the sandbox shop has no currency ${code}`);
  return decimalOf(money(minor, currency));
}

function says(text: string, query: string): boolean {
  return text.toLowerCase().includes(query.trim().toLowerCase());
}
