/**
 * The identifiers of the domain, branded so that a variant's id cannot stand where a product's is meant.
 *
 * Shopify's numeric ids are kept as decimal strings ("40123"): the post-purchase page speaks numbers and the Admin API
 * `gid://shopify/Product/40123`; both are converted once, in `app/shopify/gid.ts`.
 */
type Branded<Name extends string> = string & { readonly __brand: Name };

/** A shop's permanent address, `example.myshopify.com`, lower case: the tenant key everywhere. */
export type Shop = Branded<"Shop">;
export type ProductId = Branded<"ProductId">;
export type VariantId = Branded<"VariantId">;
export type CollectionId = Branded<"CollectionId">;
export type OrderId = Branded<"OrderId">;
export type OrderLineId = Branded<"OrderLineId">;
export type CustomerId = Branded<"CustomerId">;
/** Shopify's reference of a purchase before it has an order id: the only key the post-purchase page gives us. */
export type PurchaseReference = Branded<"PurchaseReference">;
/** A rule's own id: 1 to 64 of `a-z`, `0-9` and `-`, unique within a rulebook. */
export type RuleId = Branded<"RuleId">;
/** A decision's id: derived from shop, purchase, rulebook version and what was decided: the same answer has the same id. */
export type DecisionId = Branded<"DecisionId">;
