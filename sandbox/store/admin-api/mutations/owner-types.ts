import { parseGid } from "../gid.ts";

const OWNER_TYPES: Readonly<Record<string, string>> = {
  AppInstallation: "API_PERMISSION",
  Collection: "COLLECTION",
  Customer: "CUSTOMER",
  Order: "ORDER",
  Product: "PRODUCT",
  ProductVariant: "PRODUCTVARIANT",
  Shop: "SHOP",
};

/** The MetafieldOwnerType of what a global id names. */
export function ownerTypeOf(id: string): string | undefined {
  return OWNER_TYPES[parseGid(id)?.type ?? ""];
}

/** The type part of a global id whose owner type this is. */
export function gidTypeOf(ownerType: string): string | undefined {
  return Object.entries(OWNER_TYPES).find(([, type]) => type === ownerType)?.[0];
}
