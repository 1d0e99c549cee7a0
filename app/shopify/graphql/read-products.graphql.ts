import { adminDocument, type Page } from "./document.ts";

const VARIANT_FIELDS = `
  id
  title
  price
  compareAtPrice
  availableForSale
  inventoryQuantity
  inventoryPolicy
  inventoryItem { id tracked requiresShipping }
  selectedOptions { name value }
  media(first: 1) { nodes { ... on MediaImage { image { url altText } } } }
`;

/** Needs read_products. Five products with 25 variants each ask for about 800 points of the 1,000 one query may cost. */
export const READ_PRODUCTS = adminDocument<ReadProductsData, { readonly ids: readonly string[] }>(`#graphql
  query EncoreReadProducts($ids: [ID!]!) {
    shop { currencyCode }
    nodes(ids: $ids) {
      ... on Product {
        id
        title
        handle
        status
        isGiftCard
        requiresSellingPlan
        updatedAt
        featuredMedia { preview { image { url altText } } }
        variants(first: 25) {
          pageInfo { hasNextPage endCursor }
          nodes { ${VARIANT_FIELDS} }
        }
      }
    }
  }
`);

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
  readonly updatedAt: string;
  readonly featuredMedia: { readonly preview: { readonly image: ImageNode | null } | null } | null;
  readonly variants: Page<VariantNode>;
}

export interface VariantNode {
  readonly id: string;
  readonly title: string;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly availableForSale: boolean;
  readonly inventoryQuantity: number | null;
  readonly inventoryPolicy: "CONTINUE" | "DENY";
  readonly inventoryItem: { readonly id: string; readonly tracked: boolean; readonly requiresShipping: boolean };
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  /** A medium that is not a picture is an empty object. */
  readonly media: { readonly nodes: readonly { readonly image?: ImageNode | null }[] };
}

export interface ImageNode {
  readonly url: string;
  readonly altText: string | null;
}
