/** As `shopify.query` resolves it. */
export interface QueryAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}
