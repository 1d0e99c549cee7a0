import { adminDocument, type Page } from "./document.ts";

/** A page of a collection's products, the best seller first. Needs read_products. */
export const READ_COLLECTION = adminDocument<
  ReadCollectionData,
  { readonly id: string; readonly after: string | null }
>(`#graphql
  query EncoreReadCollection($id: ID!, $after: String) {
    collection(id: $id) {
      title
      products(first: 250, after: $after, sortKey: BEST_SELLING) {
        pageInfo { hasNextPage endCursor }
        nodes { id }
      }
    }
  }
`);

interface ReadCollectionData {
  readonly collection: { readonly title: string; readonly products: Page<{ readonly id: string }> } | null;
}
