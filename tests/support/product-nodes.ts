import { page } from "./loopback-shopify.ts";

export interface ProductStory {
  readonly title?: string;
  readonly status?: "ACTIVE" | "DRAFT" | "ARCHIVED";
  readonly updatedAt?: string;
  readonly variants?: readonly unknown[];
  /** The cursor of further variants. */
  readonly more?: string;
  readonly tags?: readonly string[];
  /** "custom.material" → its value. */
  readonly metafields?: Readonly<Record<string, string>>;
  /** Products' ids. */
  readonly complementary?: readonly string[];
  readonly components?: readonly string[];
}

/** A product as the Admin API tells it, with one variant of id "9<id>" unless others are given. */
export function productNode(id: string, story: ProductStory = {}) {
  const { title = `Product ${id}`, status = "ACTIVE", updatedAt = "2026-11-21T12:00:00Z", more = null } = story;
  return {
    id: productGid(id),
    title,
    handle: `product-${id}`,
    status,
    isGiftCard: false,
    requiresSellingPlan: false,
    productType: "Cakestand",
    vendor: "Encore Pottery",
    tags: story.tags ?? [],
    metafields: { nodes: Object.entries(story.metafields ?? {}).map(metafieldNode) },
    complementary: story.complementary ? { value: JSON.stringify(story.complementary.map(productGid)) } : null,
    bundleComponents: page(
      (story.components ?? []).map((component) => ({ componentProduct: { id: productGid(component) } })),
    ),
    updatedAt,
    featuredMedia: { preview: { image: { url: `https://cdn.example/${id}.png`, altText: null } } },
    variants: page(story.variants ?? [variantNode(`9${id}`)], more),
  };
}

const productGid = (id: string) => `gid://shopify/Product/${id}`;

function metafieldNode([name, value]: readonly [string, string]) {
  const [namespace = ""] = name.split(".");
  return { namespace, key: name, value };
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
    inventoryItem: { id: `gid://shopify/InventoryItem/3${id}`, tracked: true, requiresShipping: true, unitCost: null },
    selectedOptions: [{ name: "Title", value: "Default Title" }],
    media: { nodes: [] },
    ...fields,
  };
}
