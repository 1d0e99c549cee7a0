import { adminDocument } from "./document.ts";

/** Needs read_products. An inventory item has one variant in nearly every shop: all of them share its count. */
export const READ_STOCK = adminDocument<ReadStockData, { readonly id: string }>(`#graphql
  query EncoreReadStock($id: ID!) {
    inventoryItem(id: $id) {
      tracked
      variants(first: 1) { nodes { availableForSale inventoryPolicy inventoryQuantity } }
    }
  }
`);

interface ReadStockData {
  readonly inventoryItem: {
    readonly tracked: boolean;
    readonly variants: {
      readonly nodes: readonly {
        readonly availableForSale: boolean;
        readonly inventoryPolicy: "CONTINUE" | "DENY";
        readonly inventoryQuantity: number | null;
      }[];
    } | null;
  } | null;
}
