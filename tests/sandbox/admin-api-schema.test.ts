import { readFileSync } from "node:fs";
import {
  buildSchema,
  type IntrospectionEnumType,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionObjectType,
  type IntrospectionType,
  type IntrospectionTypeRef,
  introspectionFromSchema,
} from "graphql";
import { expect, test } from "vitest";

const ADMIN_API = new URL("../../sandbox/store/admin-api/", import.meta.url);
const ours = introspectionFromSchema(buildSchema(readFileSync(new URL("schema.graphql", ADMIN_API), "utf8"))).__schema;
const published = JSON.parse(readFileSync(new URL("published-2026-10.json", ADMIN_API), "utf8")) as {
  readonly queryType: string;
  readonly mutationType: string;
  readonly types: readonly IntrospectionType[];
};
const publishedTypes = new Map(published.types.map((type) => [type.name, type]));
const ourTypes = ours.types.filter(({ name }) => !name.startsWith("__"));

test("queries and mutations start at the published types", () => {
  expect([ours.queryType.name, ours.mutationType?.name]).toEqual([published.queryType, published.mutationType]);
});

test("the extract holds just the types we use, and all of them", () => {
  expect([...publishedTypes.keys()].sort()).toEqual(ourTypes.map(({ name }) => name).sort());
});

test.each(ourTypes.map((type) => [type.name, type] as const))("%s is what Shopify publishes", (name, type) => {
  const theirs = publishedTypes.get(name);
  expect(theirs?.kind).toBe(type.kind);
  if ("fields" in type && theirs && "fields" in theirs) {
    const theirFields = (theirs as IntrospectionObjectType).fields;
    for (const field of (type as IntrospectionObjectType).fields) compareField(name, field, theirFields);
  }
  if ("interfaces" in type && theirs && "interfaces" in theirs) {
    expect(namesOf(type.interfaces)).toEqual(namesOf(theirs.interfaces));
  }
  if ("possibleTypes" in type && theirs && "possibleTypes" in theirs) {
    expect(namesOf(type.possibleTypes)).toEqual(namesOf(theirs.possibleTypes));
  }
  if (type.kind === "ENUM") {
    const values = (from: IntrospectionEnumType) =>
      from.enumValues.map((value) => [value.name, value.isDeprecated, value.deprecationReason ?? null]);
    expect(values(type).sort()).toEqual(values(theirs as IntrospectionEnumType).sort());
  }
});

function compareField(owner: string, field: IntrospectionField, published: readonly IntrospectionField[]): void {
  const where = `${owner}.${field.name}`;
  const theirs = published.find(({ name }) => name === field.name);
  if (!theirs) throw new Error(`${where} is not published`);
  expect(written(field.type), where).toBe(written(theirs.type));
  expect([field.isDeprecated, field.deprecationReason ?? null], where).toEqual([
    theirs.isDeprecated,
    theirs.deprecationReason ?? null,
  ]);
  for (const arg of field.args) compareArg(where, arg, theirs.args);
  const missing = theirs.args.filter((arg) => arg.type.kind === "NON_NULL" && arg.defaultValue == null);
  for (const arg of missing)
    expect(
      field.args.map(({ name }) => name),
      where,
    ).toContain(arg.name);
}

/** Arguments may be fewer than published (an unknown one is refused, never ignored), but not other. */
function compareArg(where: string, arg: IntrospectionInputValue, published: readonly IntrospectionInputValue[]): void {
  const theirs = published.find(({ name }) => name === arg.name);
  if (!theirs) throw new Error(`${where}(${arg.name}) is not published`);
  expect(written(arg.type), `${where}(${arg.name})`).toBe(written(theirs.type));
  expect(arg.defaultValue ?? null, `${where}(${arg.name})`).toBe(theirs.defaultValue ?? null);
}

function written(type: IntrospectionTypeRef): string {
  if (type.kind === "NON_NULL") return `${written(type.ofType)}!`;
  return type.kind === "LIST" ? `[${written(type.ofType)}]` : type.name;
}

function namesOf(types: readonly { readonly name: string }[]): string[] {
  return types.map(({ name }) => name).sort();
}
