import type { Instant } from "#app/core/values/instant.ts";

/** A group of products, as a merchant made it. */
export interface StoredCollection {
  readonly id: number;
  title: string;
  /** Kebab case, unique: `/collections/<handle>`. Stays when the title changes. */
  readonly handle: string;
  readonly createdAt: Instant;
  updatedAt: Instant;
  readonly membership: Membership;
}

/** Products that fit a rule belong to it by themselves; or the merchant puts them in one by one. */
type Membership = MembershipRule | { readonly kind: "manual"; productIds: readonly number[] };

export interface MembershipRule {
  readonly kind: "rule";
  /** What of a product must be exactly `is`: its type, or one of its tags. */
  readonly column: "type" | "tag";
  readonly is: string;
}

/** A collection that a shop is opened with. */
export interface SandboxCollection {
  readonly title: string;
  readonly membership: MembershipRule | { readonly kind: "manual"; readonly handles: readonly string[] };
}
