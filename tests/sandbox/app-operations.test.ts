import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { ADMIN_DOCUMENTS } from "#app/shopify/graphql/index.ts";
import { adminSchema } from "#sandbox/store/admin-api/schema.ts";

const schema = adminSchema();

test.each(Object.entries(ADMIN_DOCUMENTS))("the sandbox can answer %s", (_, { text }) => {
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});
