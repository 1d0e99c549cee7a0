/**
 * Writes the part of Shopify's published schema of an API that the sandbox's own schema stands for, so that a test can
 * hold the two together without the source.
 *
 *   node scripts/extract-published-schema.ts admin <admin_2026-10.json.gz>
 *   node scripts/extract-published-schema.ts storefront <storefront-graphql_2026-07.json.gz>
 *
 * The sources are the introspection results that the npm package `@shopify/dev-mcp` 1.16.0 ships in `dist/data/`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildSchema,
  type IntrospectionInterfaceType,
  type IntrospectionObjectType,
  type IntrospectionQuery,
  type IntrospectionType,
} from "graphql";

interface PublishedScope {
  readonly type: "type" | "field";
  readonly typeName: string;
  readonly fieldName?: string;
  readonly requiredAccess: string;
  readonly offlineScopes: readonly string[];
}

interface Published {
  readonly data: IntrospectionQuery;
  /** Of the Admin API only. */
  readonly offline_scopes?: { readonly items: readonly PublishedScope[] };
}

const APIS: Readonly<Record<string, { readonly folder: string; readonly file: string }>> = {
  admin: { folder: "../sandbox/store/admin-api/", file: "published-2026-10.json" },
  storefront: { folder: "../sandbox/store/storefront-api/", file: "published-2026-07.json" },
};

const [, , name = "", source] = process.argv;
const api = APIS[name];
if (!source || !api) {
  console.error("usage: node scripts/extract-published-schema.ts admin|storefront <introspection.json.gz>");
  process.exit(1);
}
const folder = new URL(api.folder, import.meta.url);
const published = JSON.parse(gunzipSync(readFileSync(source)).toString("utf8")) as Published;
const ours = buildSchema(readFileSync(new URL("schema.graphql", folder), "utf8"));
const isUsed = (name: string) => !name.startsWith("__") && ours.getType(name) !== undefined;
const isUsedField = (typeName: string, fieldName: string) => {
  const type = ours.getType(typeName);
  return type !== undefined && "getFields" in type && fieldName in type.getFields();
};

const { queryType, mutationType } = published.data.__schema;
const extract = {
  queryType: queryType.name,
  mutationType: mutationType?.name,
  types: published.data.__schema.types.filter(({ name }) => isUsed(name)).map(partOf),
  scopes: published.offline_scopes?.items.filter(
    ({ type, typeName, fieldName, offlineScopes }) =>
      offlineScopes.length > 0 && isUsed(typeName) && (type === "type" || isUsedField(typeName, fieldName ?? "")),
  ),
};
writeFileSync(new URL(api.file, folder), `${JSON.stringify(extract, withoutProse, 1)}\n`);
console.log(`${extract.types.length} types, ${extract.scopes?.length ?? 0} access requirements`);

/** Of objects and interfaces the fields we have, with all their arguments; of unions the members; enums whole. */
function partOf(type: IntrospectionType): unknown {
  const used = (named: readonly { readonly name: string }[]) => named.filter(({ name }) => isUsed(name));
  switch (type.kind) {
    case "OBJECT":
      return { ...type, interfaces: used(type.interfaces), fields: fieldsOf(type) };
    case "INTERFACE":
      return { ...type, possibleTypes: used(type.possibleTypes), fields: fieldsOf(type) };
    case "UNION":
      return { ...type, possibleTypes: used(type.possibleTypes) };
    default:
      return type;
  }
}

function fieldsOf(type: IntrospectionObjectType | IntrospectionInterfaceType) {
  return type.fields.filter((field) => isUsedField(type.name, field.name));
}

function withoutProse(key: string, value: unknown): unknown {
  return key === "description" || value === null ? undefined : value;
}
