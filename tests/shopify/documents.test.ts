import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { ADMIN_DOCUMENTS } from "#app/shopify/graphql/index.ts";

/** The sandbox's part of the Admin API, which a test of its own holds equal to the published one, type by type. */
const schema = buildSchema(
  readFileSync(join(import.meta.dirname, "../../sandbox/store/admin-api/schema.graphql"), "utf8"),
);

test.each(Object.entries(ADMIN_DOCUMENTS))("%s is a valid operation and uses nothing deprecated", (_name, { text }) => {
  const problems = validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule]);
  expect(problems.map(({ message }) => message)).toEqual([]);
});
