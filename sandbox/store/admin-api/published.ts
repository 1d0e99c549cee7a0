import { readFileSync } from "node:fs";

export interface PublishedScope {
  readonly type: "type" | "field";
  readonly typeName: string;
  readonly fieldName?: string;
  /** "`read_products` access scope." */
  readonly requiredAccess: string;
  /** One of these is enough. */
  readonly offlineScopes: readonly string[];
}

interface PublishedExtract {
  readonly scopes: readonly PublishedScope[];
}

const extract = JSON.parse(
  readFileSync(new URL("published-2026-10.json", import.meta.url), "utf8"),
) as PublishedExtract;

const byName = new Map(extract.scopes.map((scope) => [`${scope.typeName}.${scope.fieldName ?? ""}`, scope]));

/** What Shopify publishes as needed to read anything of a type. */
export function scopeOfType(typeName: string): PublishedScope | undefined {
  return byName.get(`${typeName}.`);
}

export function scopeOfField(typeName: string, fieldName: string): PublishedScope | undefined {
  return byName.get(`${typeName}.${fieldName}`);
}
