import { readFileSync } from "node:fs";
import {
  buildSchema,
  type IntrospectionEnumType,
  type IntrospectionField,
  type IntrospectionInputObjectType,
  type IntrospectionInputValue,
  type IntrospectionObjectType,
  type IntrospectionType,
  type IntrospectionTypeRef,
  introspectionFromSchema,
} from "graphql";
import { expect, test } from "vitest";

interface Published {
  readonly queryType: string;
  readonly mutationType?: string;
  readonly types: readonly IntrospectionType[];
}

/** Declares the tests that hold our part of an API's schema equal to the extract of the published one, both in `folder`. */
export function holdToPublished(folder: URL, extract: string): void {
  const { __schema: ours } = introspectionFromSchema(
    buildSchema(readFileSync(new URL("schema.graphql", folder), "utf8")),
  );
  const published = JSON.parse(readFileSync(new URL(extract, folder), "utf8")) as Published;
  const publishedTypes = new Map(published.types.map((type) => [type.name, type]));
  const ourTypes = ours.types.filter(({ name }) => !name.startsWith("__"));

  test("queries and mutations start at the published types", () => {
    expect(ours.queryType.name).toBe(published.queryType);
    if (ours.mutationType) expect(ours.mutationType.name).toBe(published.mutationType);
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
    if (type.kind === "INPUT_OBJECT") compareInput(type, theirs as IntrospectionInputObjectType);
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
}

function compareField(owner: string, field: IntrospectionField, published: readonly IntrospectionField[]): void {
  const where = `${owner}.${field.name}`;
  const theirs = published.find(({ name }) => name === field.name);
  if (!theirs) throw new Error(`${where} is not published`);
  expect(written(field.type), where).toBe(written(theirs.type));
  expect([field.isDeprecated, field.deprecationReason ?? null], where).toEqual([
    theirs.isDeprecated,
    theirs.deprecationReason ?? null,
  ]);
  compareArgs(where, field.args, theirs.args);
}

function compareInput(ours: IntrospectionInputObjectType, theirs: IntrospectionInputObjectType): void {
  expect(ours.isOneOf ?? false, ours.name).toBe(theirs.isOneOf ?? false);
  compareArgs(ours.name, ours.inputFields, theirs.inputFields);
}

/** Arguments and input fields may be fewer than published (an unknown one is refused, never ignored), but not other. */
function compareArgs(
  where: string,
  ours: readonly IntrospectionInputValue[],
  published: readonly IntrospectionInputValue[],
): void {
  for (const arg of ours) {
    const theirs = published.find(({ name }) => name === arg.name);
    if (!theirs) throw new Error(`${where}(${arg.name}) is not published`);
    expect(written(arg.type), `${where}(${arg.name})`).toBe(written(theirs.type));
    expect(arg.defaultValue ?? null, `${where}(${arg.name})`).toBe(theirs.defaultValue ?? null);
  }
  const missing = published.filter((arg) => arg.type.kind === "NON_NULL" && arg.defaultValue == null);
  for (const arg of missing)
    expect(
      ours.map(({ name }) => name),
      where,
    ).toContain(arg.name);
}

function written(type: IntrospectionTypeRef): string {
  if (type.kind === "NON_NULL") return `${written(type.ofType)}!`;
  return type.kind === "LIST" ? `[${written(type.ofType)}]` : type.name;
}

function namesOf(types: readonly { readonly name: string }[]): string[] {
  return types.map(({ name }) => name).sort();
}
