import type { ProductId } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import {
  DEFINE_METAFIELD,
  DELETE_METAFIELDS,
  type MetafieldDefinition,
  type MetafieldIdentifier,
  READ_SHOP_GID,
  SET_METAFIELDS,
} from "./graphql/metafields.graphql.ts";

/** What has a metafield of ours. */
export type MetafieldOwner = "shop" | ProductId;

export interface MetafieldValue {
  readonly owner: MetafieldOwner;
  /** JSON, at most 16,000 bytes: https://shopify.dev/docs/apps/build/metafields/metafield-limits */
  readonly value: string;
}

/** Shopify takes so many in one call. */
export const METAFIELDS_OF_A_CALL = 25;

/** `$app` is a namespace that only this app may write; shopify.extension.toml of each surface asks for it. */
const NAMED = { namespace: "$app", key: "offers" } as const;
const TYPE = "json";

const DEFINITIONS: readonly MetafieldDefinition[] = (["SHOP", "PRODUCT"] as const).map((ownerType) => ({
  name: "Encore offers",
  description: "What Encore offers with this, for checkout and the pages after it to decide by.",
  ...NAMED,
  type: TYPE,
  ownerType,
  access: { storefront: "PUBLIC_READ" },
}));

/** Makes the definitions without which no surface may read the values; those that are there stay as they are. */
export async function defineMetafields(admin: Admin): Promise<void> {
  for (const definition of DEFINITIONS) {
    const { metafieldDefinitionCreate } = await admin.ask(DEFINE_METAFIELD, { definition });
    const problem = metafieldDefinitionCreate?.userErrors.find(({ code }) => code !== "TAKEN");
    if (problem) throw refused(problem.message);
  }
}

/**
 * Writes at most 25 values, all or none. Gives what Shopify will not have, with its reason: a product that is gone, a value
 * that is too long. Writing the same twice leaves the same.
 */
export async function setMetafields(admin: Admin, values: readonly MetafieldValue[]): Promise<readonly string[]> {
  const owners = await gidsOf(
    admin,
    values.map(({ owner }) => owner),
  );
  const metafields = values.map(({ value }, index) => ({ ...named(owners[index]), type: TYPE, value }));
  const { metafieldsSet } = await admin.ask(SET_METAFIELDS, { metafields });
  return (metafieldsSet?.userErrors ?? []).map(({ message }) => message);
}

/** Deletes at most 25; one that is not there is as good as deleted. Gives what Shopify refused, with its reason. */
export async function deleteMetafields(admin: Admin, owners: readonly MetafieldOwner[]): Promise<readonly string[]> {
  const metafields = (await gidsOf(admin, owners)).map(named);
  const { metafieldsDelete } = await admin.ask(DELETE_METAFIELDS, { metafields });
  return (metafieldsDelete?.userErrors ?? []).map(({ message }) => message);
}

function named(ownerId = ""): MetafieldIdentifier {
  return { ownerId, ...NAMED };
}

async function gidsOf(admin: Admin, owners: readonly MetafieldOwner[]): Promise<string[]> {
  const shopGid = owners.includes("shop") ? (await admin.ask(READ_SHOP_GID, {})).shop.id : "";
  return owners.map((owner) => (owner === "shop" ? shopGid : gidOf("Product", owner)));
}

function refused(message: string): AppError {
  return new AppError("shopify-refused", 502, `Shopify refused the metafields' definition: ${message}`);
}
