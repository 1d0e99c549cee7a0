import type { Engine } from "./engine.ts";
import type { StoredProduct, StoredVariant } from "./state/product.ts";
import { inventoryLevelPayload, productPayload } from "./webhooks/payloads/product.ts";

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

export function deleteProduct(engine: Engine, id: number): boolean {
  const left = engine.state.products.filter((product) => product.id !== id);
  if (left.length === engine.state.products.length) return false;
  engine.state.products = left;
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
