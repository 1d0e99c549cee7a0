import type { Currency } from "#app/core/values/currency.ts";
import { decimalOf } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { StoredProduct, StoredVariant } from "../../state/product.ts";

/** Variants past this many are named in `variant_gids` only. */
const VARIANTS_IN_FULL = 100;

/** products/create and products/update. */
export function productPayload(engine: Engine, product: StoredProduct): Readonly<Record<string, unknown>> {
  const created = isoSeconds(product.createdAt);
  const updated = isoSeconds(product.updatedAt);
  const picture = {
    admin_graphql_api_id: `gid://shopify/MediaImage/${product.id}`,
    alt: product.title,
    created_at: created,
    id: product.id,
    position: 1,
    product_id: product.id,
    updated_at: updated,
    variant_ids: [],
  };
  const src = `${engine.address}${product.picture}`;
  const image = { ...picture, height: 800, width: 800, src };
  return {
    id: product.id,
    admin_graphql_api_id: `gid://shopify/Product/${product.id}`,
    body_html: product.description,
    category: null,
    created_at: created,
    handle: product.handle,
    has_variants_that_requires_components: product.components !== undefined,
    image,
    images: [image],
    media: [
      {
        ...picture,
        media_content_type: "IMAGE",
        preview_image: { height: 800, width: 800, src, status: "READY" },
        status: "READY",
      },
    ],
    options: optionPayloads(product),
    product_type: product.type,
    published_at: created,
    published_scope: "web",
    status: "active",
    tags: product.tags.join(", "),
    template_suffix: null,
    title: product.title,
    updated_at: updated,
    variant_gids: product.variants.map((variant) => ({
      admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
      updated_at: isoSeconds(variant.updatedAt),
    })),
    variants: product.variants
      .slice(0, VARIANTS_IN_FULL)
      .map((variant, index) => variantPayload(engine, product, variant, index + 1)),
    vendor: product.vendor,
  };
}

/** A product without choices has one option all the same: "Title" with "Default Title". */
function optionPayloads(product: StoredProduct) {
  const options = product.options.length > 0 ? product.options : [{ name: "Title", values: ["Default Title"] }];
  return options.map(({ name, values }, index) => ({
    id: product.id + index + 1,
    name,
    position: index + 1,
    product_id: product.id,
    values,
  }));
}

function variantPayload(engine: Engine, product: StoredProduct, variant: StoredVariant, position: number) {
  return {
    admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
    barcode: null,
    compare_at_price: null,
    created_at: isoSeconds(product.createdAt),
    id: variant.id,
    image_id: null,
    inventory_item_id: variant.inventoryItemId,
    inventory_policy: "deny",
    inventory_quantity: variant.stock,
    old_inventory_quantity: variant.stock,
    option1: variant.options[0]?.value ?? "Default Title",
    option2: variant.options[1]?.value ?? null,
    option3: variant.options[2]?.value ?? null,
    position,
    price: decimalOf({ minor: variant.priceMinor, currency: engine.shop.currency as Currency }),
    product_id: product.id,
    sku: variant.sku,
    taxable: variant.taxable,
    title: variant.title,
    updated_at: isoSeconds(variant.updatedAt),
  };
}
