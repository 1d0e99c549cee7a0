import { adminDocument, type Page } from "./document.ts";

const VARIANT_FIELDS = `
  id
  title
  price
  compareAtPrice
  availableForSale
  inventoryQuantity
  inventoryPolicy
  inventoryItem { id tracked requiresShipping unitCost { amount currencyCode } }
  selectedOptions { name value }
  media(first: 1) { nodes { ... on MediaImage { image { url altText } } } }
`;

const COMPONENTS = `
  pageInfo { hasNextPage endCursor }
  nodes { componentProduct { id } }
`;

/** `$metafields` are "namespace.key", as many as `$most`; without any the whole field is left out. */
const productFields = (variants: number) => `
  id
  title
  handle
  status
  isGiftCard
  requiresSellingPlan
  productType
  vendor
  tags
  updatedAt
  featuredMedia { preview { image { url altText } } }
  metafields(first: $most, keys: $metafields) @include(if: $withMetafields) { nodes { namespace key value } }
  complementary: metafield(namespace: "shopify--discovery--product_recommendation", key: "complementary_products") {
    value
  }
  bundleComponents(first: 5) { ${COMPONENTS} }
  variants(first: ${variants}) {
    pageInfo { hasNextPage endCursor }
    nodes { ${VARIANT_FIELDS} }
  }
`;

/**
 * What one product may cost of the 1,000 points a query may ask for, its metafields apart: a point an object, every page
 * as if it were full. Measured is far less (https://community.shopify.dev/t/23101), but only this is documented:
 * https://shopify.dev/docs/api/usage/limits
 */
export const POINTS_OF_A_PRODUCT = { byId: 165, onPage: 90 } as const;

/** Needs read_products. */
export const READ_PRODUCTS = adminDocument<ReadProductsData, { readonly ids: readonly string[] } & AskedMetafields>(
  `#graphql
  query EncoreReadProducts($ids: [ID!]!, $metafields: [String!]!, $most: Int!, $withMetafields: Boolean!) {
    shop { currencyCode }
    nodes(ids: $ids) { ... on Product { ${productFields(20)} } }
  }
`,
);

/** Every product of the shop, by id, so that one that is made meanwhile comes last. Needs read_products. */
export const READ_CATALOG_PAGE = adminDocument<
  ReadCatalogPageData,
  { readonly first: number; readonly after: string | null } & AskedMetafields
>(
  `#graphql
  query EncoreReadCatalogPage(
    $first: Int!, $after: String, $metafields: [String!]!, $most: Int!, $withMetafields: Boolean!
  ) {
    shop { currencyCode }
    products(first: $first, after: $after, sortKey: ID) {
      pageInfo { hasNextPage endCursor }
      nodes { ${productFields(10)} }
    }
  }
`,
);

/** The variants of one product past the first page. Needs read_products. */
export const READ_MORE_VARIANTS = adminDocument<
  ReadMoreVariantsData,
  { readonly id: string; readonly after: string | null }
>(`#graphql
  query EncoreReadMoreVariants($id: ID!, $after: String) {
    product(id: $id) {
      variants(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ${VARIANT_FIELDS} }
      }
    }
  }
`);

/** What a bundle consists of, past the first page. Needs read_products. */
export const READ_MORE_COMPONENTS = adminDocument<
  { readonly product: { readonly bundleComponents: Page<ComponentNode> } | null },
  { readonly id: string; readonly after: string | null }
>(`#graphql
  query EncoreReadMoreComponents($id: ID!, $after: String) {
    product(id: $id) { bundleComponents(first: 100, after: $after) { ${COMPONENTS} } }
  }
`);

export type AskedMetafields = {
  readonly metafields: readonly string[];
  readonly most: number;
  readonly withMetafields: boolean;
};

interface ReadCatalogPageData {
  readonly shop: { readonly currencyCode: string };
  readonly products: Page<ProductNode>;
}

interface ReadProductsData {
  readonly shop: { readonly currencyCode: string };
  /** In the order of `ids`; null where there is no such product, empty where the id is not a product's. */
  readonly nodes: readonly (ProductNode | { readonly id?: undefined } | null)[];
}

interface ReadMoreVariantsData {
  readonly product: { readonly variants: Page<VariantNode> } | null;
}

export interface ProductNode {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly status: "ACTIVE" | "ARCHIVED" | "DRAFT" | "UNLISTED";
  readonly isGiftCard: boolean;
  readonly requiresSellingPlan: boolean;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  readonly updatedAt: string;
  readonly featuredMedia: { readonly preview: { readonly image: ImageNode | null } | null } | null;
  /** Absent when none was asked for. A key is given as it was asked for ("custom.material"), or alone. */
  readonly metafields?: { readonly nodes: readonly MetafieldNode[] };
  /** A list of products' ids as JSON text. */
  readonly complementary: { readonly value: string } | null;
  readonly bundleComponents: Page<ComponentNode>;
  readonly variants: Page<VariantNode>;
}

export interface MetafieldNode {
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
}

export interface ComponentNode {
  readonly componentProduct: { readonly id: string };
}

export interface VariantNode {
  readonly id: string;
  readonly title: string;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly availableForSale: boolean;
  readonly inventoryQuantity: number | null;
  readonly inventoryPolicy: "CONTINUE" | "DENY";
  readonly inventoryItem: {
    readonly id: string;
    readonly tracked: boolean;
    readonly requiresShipping: boolean;
    readonly unitCost: { readonly amount: string; readonly currencyCode: string } | null;
  };
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  /** A medium that is not a picture is an empty object. */
  readonly media: { readonly nodes: readonly { readonly image?: ImageNode | null }[] };
}

export interface ImageNode {
  readonly url: string;
  readonly altText: string | null;
}
