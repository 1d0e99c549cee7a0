import { page } from "./loopback-shopify.ts";

interface ProductStory {
  readonly title?: string;
  readonly status?: "ACTIVE" | "DRAFT" | "ARCHIVED";
  readonly updatedAt?: string;
  readonly variants?: readonly unknown[];
  /** The cursor of further variants. */
  readonly more?: string;
}

/** A product as the Admin API tells it, with one variant of id "9<id>" unless others are given. */
export function productNode(id: string, story: ProductStory = {}) {
  const { title = `Product ${id}`, status = "ACTIVE", updatedAt = "2026-11-21T12:00:00Z", more = null } = story;
  return {
    id: `gid://shopify/Product/${id}`,
    title,
    handle: `product-${id}`,
    status,
    isGiftCard: false,
    requiresSellingPlan: false,
    updatedAt,
    featuredMedia: { preview: { image: { url: `https://cdn.example/${id}.png`, altText: null } } },
    variants: page(story.variants ?? [variantNode(`9${id}`)], more),
  };
}

export function variantNode(id: string, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    id: `gid://shopify/ProductVariant/${id}`,
    title: "Default Title",
    price: "12.75",
    compareAtPrice: null,
    availableForSale: true,
    inventoryQuantity: 41,
    inventoryPolicy: "DENY",
    inventoryItem: { id: `gid://shopify/InventoryItem/3${id}`, tracked: true, requiresShipping: true },
    selectedOptions: [{ name: "Title", value: "Default Title" }],
    media: { nodes: [] },
    ...fields,
  };
}
