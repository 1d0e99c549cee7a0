import { adminDocument } from "./document.ts";

/** Needs no scope. */
export const READ_SHOP_GID = adminDocument<{ readonly shop: { readonly id: string } }, Record<string, never>>(`#graphql
  query EncoreReadShopGid {
    shop { id }
  }
`);

/** All or nothing, 25 at most. Needs the owners' write scope; of the shop itself none. */
export const SET_METAFIELDS = adminDocument<
  SetMetafieldsData,
  { readonly metafields: readonly MetafieldToSet[] }
>(`#graphql
  mutation EncoreSetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields { id }
      userErrors { field message code elementIndex }
    }
  }
`);

/** One that is not there is no error. */
export const DELETE_METAFIELDS = adminDocument<
  DeleteMetafieldsData,
  { readonly metafields: readonly MetafieldIdentifier[] }
>(`#graphql
  mutation EncoreDeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) {
      deletedMetafields { ownerId }
      userErrors { field message }
    }
  }
`);

/** Of products it needs write_products. */
export const DEFINE_METAFIELD = adminDocument<
  DefineMetafieldData,
  { readonly definition: MetafieldDefinition }
>(`#graphql
  mutation EncoreDefineMetafield($definition: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $definition) {
      createdDefinition { id }
      userErrors { field message code }
    }
  }
`);

export interface MetafieldIdentifier {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

export interface MetafieldToSet extends MetafieldIdentifier {
  readonly type: string;
  readonly value: string;
}

export interface MetafieldDefinition {
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly ownerType: "PRODUCT" | "SHOP";
  readonly access: { readonly storefront: "PUBLIC_READ" };
}

interface SetMetafieldsData {
  readonly metafieldsSet: {
    readonly userErrors: readonly {
      readonly message: string;
      readonly code: string | null;
      /** Which of those that were sent; null where it is about them all. */
      readonly elementIndex: number | null;
    }[];
  } | null;
}

interface DeleteMetafieldsData {
  readonly metafieldsDelete: { readonly userErrors: readonly { readonly message: string }[] } | null;
}

interface DefineMetafieldData {
  readonly metafieldDefinitionCreate: {
    readonly userErrors: readonly { readonly message: string; readonly code: string | null }[];
  } | null;
}
