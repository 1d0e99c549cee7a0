import type { Instant } from "#app/core/values/instant.ts";

/** A metafield that an app wrote through the API, of whatever owner. */
export interface AppMetafield {
  readonly id: number;
  /** "gid://shopify/Product/1" */
  readonly owner: string;
  /** `$app` written out: "app--199401234433". */
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface MetafieldDefinition {
  readonly id: number;
  readonly name: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  /** "PRODUCT", "SHOP" */
  readonly ownerType: string;
  readonly description: string | undefined;
}

/** A metafield as UI extensions get it in `appMetafields` (@shopify/ui-extensions 2026.7). */
export interface AppMetafieldEntry {
  readonly target: { readonly type: "product" | "shop" | "variant"; readonly id: string };
  readonly metafield: {
    readonly key: string;
    /** In the `$app` form. */
    readonly namespace: string;
    readonly value: string;
    readonly valueType: "boolean" | "float" | "integer" | "json_string" | "string";
    readonly type: string;
  };
}
