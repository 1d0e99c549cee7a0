import { adminDocument } from "./document.ts";

/** Needs read_customers, and protected customer data of level 1: neither a name nor an address. */
export const READ_CUSTOMER = adminDocument<
  { readonly customer: CustomerNode | null },
  { readonly id: string }
>(`#graphql
  query EncoreReadCustomer($id: ID!) {
    customer(id: $id) { id tags numberOfOrders }
  }
`);

export interface CustomerNode {
  readonly id: string;
  readonly tags: readonly string[];
  /** An unsigned 64-bit number as text. */
  readonly numberOfOrders: string;
}
