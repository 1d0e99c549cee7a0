import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLField, GraphQLObjectType, type GraphQLSchema } from "graphql";
import { guarded } from "./access.ts";
import type { ApiContext } from "./api-context.ts";
import { LINKED_FIELDS } from "./nodes/linked-fields.ts";

/** Our part of the Admin API's schema, every field behind the access scopes that Shopify publishes for it. */
export function adminSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(new URL("schema.graphql", import.meta.url), "utf8"));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, ApiContext>[]) {
      const resolve = LINKED_FIELDS.get(`${type.name}.${field.name}`);
      if (resolve) field.resolve = resolve;
      field.resolve = guarded(type.name, field);
    }
  }
  return schema;
}
