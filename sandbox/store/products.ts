import type { Engine } from "./engine.ts";
import { freeHandle } from "./free-handle.ts";
import type { NewProduct, StoredProduct, StoredVariant } from "./state/product.ts";
import { cleanTags } from "./tags.ts";
import { inventoryItemPayload, inventoryLevelPayload } from "./webhooks/payloads/inventory.ts";
import { productPayload } from "./webhooks/payloads/product.ts";

export interface FoundVariant {
  readonly product: StoredProduct;
  readonly variant: StoredVariant;
}

export function variantOf(engine: Engine, variantId: number): FoundVariant | undefined {
  for (const product of engine.state.products) {
    const variant = product.variants.find(({ id }) => id === variantId);
    if (variant) return { product, variant };
  }
  return undefined;
}

/** False when there is no such variant or the price is not a whole, non-negative number. */
export function setPrice(engine: Engine, variantId: number, priceMinor: number): boolean {
  const found = variantOf(engine, variantId);
  if (!found || !isCount(priceMinor)) return false;
  found.variant.priceMinor = priceMinor;
  touched(engine, found);
  engine.send("products/update", productPayload(engine, found.product));
  return true;
}

export function setStock(engine: Engine, variantId: number, stock: number): boolean {
  const found = variantOf(engine, variantId);
  if (!found || !isCount(stock)) return false;
  changeStock(engine, [{ ...found, by: stock - found.variant.stock }]);
  return true;
}

/** Pieces that leave (negative) or come back: inventory_levels/update a variant, products/update a product. */
export function changeStock(engine: Engine, changes: readonly (FoundVariant & { readonly by: number })[]): void {
  for (const { product, variant, by } of changes) {
    variant.stock += by;
    touched(engine, { product, variant });
    engine.send("inventory_levels/update", inventoryLevelPayload(engine, variant));
  }
  for (const product of new Set(changes.map((change) => change.product))) {
    engine.send("products/update", productPayload(engine, product));
  }
}

/** False when there is no such product. Collections that go by a tag send nothing when the product enters or leaves them. */
export function setProductTags(engine: Engine, id: number, tags: readonly string[]): boolean {
  const product = engine.state.products.find((known) => known.id === id);
  if (!product) return false;
  const wanted = cleanTags(tags);
  if (wanted.join() === product.tags.join()) return true;
  product.tags = wanted;
  product.updatedAt = engine.now();
  engine.changed();
  engine.send("products/update", productPayload(engine, product));
  return true;
}

/** `null`: unknown. False when there is no such variant or the cost is not a whole, non-negative number. */
export function setCost(engine: Engine, variantId: number, costMinor: number | null): boolean {
  const found = variantOf(engine, variantId);
  if (!found || (costMinor !== null && !isCount(costMinor))) return false;
  found.variant.costMinor = costMinor;
  found.variant.updatedAt = engine.now();
  engine.changed();
  engine.send("inventory_items/update", inventoryItemPayload(engine, found.product, found.variant));
  return true;
}

/** A product without choices, worst seller of all for now. Undefined when the title is empty or a number is none. */
export function createProduct(engine: Engine, wanted: NewProduct): StoredProduct | undefined {
  const title = wanted.title.trim();
  if (title === "" || !isCount(wanted.priceMinor) || !isCount(wanted.stock)) return undefined;
  const at = engine.now();
  const { products } = engine.state;
  const handle = freeHandle(title, products);
  const id = engine.newId("product");
  const product: StoredProduct = {
    id,
    title,
    handle,
    type: wanted.type.trim(),
    vendor: engine.shop.name,
    tags: cleanTags(wanted.tags),
    description: "",
    picture: `/pictures/${handle}.svg`,
    options: [],
    bestSellerRank: Math.max(0, ...products.map(({ bestSellerRank }) => bestSellerRank)) + 1,
    metafields: [],
    createdAt: at,
    updatedAt: at,
    variants: [
      {
        id: engine.newId("variant"),
        title: "Default Title",
        options: [],
        priceMinor: wanted.priceMinor,
        costMinor: null,
        stock: wanted.stock,
        sku: `NEW-${id}`,
        inventoryItemId: engine.newId("inventory-item"),
        taxable: true,
        requiresShipping: true,
        updatedAt: at,
      },
    ],
  };
  products.push(product);
  engine.changed();
  engine.send("products/create", productPayload(engine, product));
  return product;
}

export function deleteProduct(engine: Engine, id: number): boolean {
  const left = engine.state.products.filter((product) => product.id !== id);
  if (left.length === engine.state.products.length) return false;
  engine.state.products = left;
  engine.state.metafields = engine.state.metafields.filter(({ owner }) => owner !== `gid://shopify/Product/${id}`);
  engine.changed();
  engine.send("products/delete", { id });
  return true;
}

function touched(engine: Engine, { product, variant }: FoundVariant): void {
  const at = engine.now();
  product.updatedAt = at;
  variant.updatedAt = at;
  engine.changed();
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
