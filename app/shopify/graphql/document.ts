/**
 * One Admin GraphQL operation with the types of what goes in and comes out. The text is valid on the API version of
 * `api-version.ts`: a test holds every document against Shopify's published schema, so the types below it may be trusted.
 */
export interface AdminDocument<Data, Variables extends Record<string, unknown>> {
  readonly text: string;
  /** Never set: carries the types. */
  readonly of?: (variables: Variables) => Data;
}

export function adminDocument<Data, Variables extends Record<string, unknown>>(
  text: string,
): AdminDocument<Data, Variables> {
  return { text };
}

/** One page of a connection. */
export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

/** Both amounts of a sum; we reckon in the shop's. */
export interface ShopMoney {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
}
