import { expect, test } from "vitest";
import { chooseMode } from "#app/platform/env.ts";

const production = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://encore.example.com/",
  DATABASE_URL: "postgresql://encore:secret@db.example.com:5432/encore",
};

test("an empty environment asks for the sandbox, on its usual ports", () => {
  expect(chooseMode({ SHOPIFY_API_KEY: "" })).toEqual({
    kind: "sandbox",
    ports: { store: 4010, admin: 4020, proxy: 4030, app: 4040 },
  });
});

test("the sandbox's ports can be chosen", () => {
  expect(chooseMode({ ENCORE_STORE_PORT: "5010", PORT: "0" })).toMatchObject({ ports: { store: 5010, app: 0 } });
});

test("two servers of the sandbox cannot have one port", () => {
  expect(chooseMode({ ENCORE_STORE_PORT: "4020" })).toEqual({
    kind: "unusable",
    sentence: "Port 4020 is asked for twice: store, admin, proxy and app each need their own.",
  });
});

test("all four variables make a production server", () => {
  expect(chooseMode({ ...production, PORT: "8080" })).toEqual({
    kind: "production",
    apiKey: "key",
    apiSecret: "secret",
    appUrl: "https://encore.example.com",
    databaseUrl: production.DATABASE_URL,
    port: 8080,
    host: "0.0.0.0",
  });
});

test("one variable that is missing is named in one sentence", () => {
  expect(chooseMode({ ...production, DATABASE_URL: " " })).toEqual({
    kind: "unusable",
    sentence:
      "DATABASE_URL is not set: a production server needs SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL and DATABASE_URL.",
  });
});

test("production without any of the four is not the sandbox: all four are missing", () => {
  const mode = chooseMode({ NODE_ENV: "production" });
  expect(mode.kind === "unusable" && mode.sentence).toMatch(
    /^SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL and DATABASE_URL are not set/,
  );
});

test.each([
  [
    "an app address without https",
    { SHOPIFY_APP_URL: "http://encore.example.com" },
    /^SHOPIFY_APP_URL is not an https/,
  ],
  ["a database that is not PostgreSQL", { DATABASE_URL: "mysql://db/encore" }, /^DATABASE_URL is not a PostgreSQL/],
  ["a port that is a word", { PORT: "http" }, /^PORT is not a port/],
  ["a port past the last one", { PORT: "65536" }, /^PORT is not a port/],
])("%s is refused with one sentence", (_title, wrong, sentence) => {
  const mode = chooseMode({ ...production, ...wrong });
  expect(mode.kind === "unusable" && mode.sentence).toMatch(sentence);
});

test("no sentence shows a secret", () => {
  const mode = chooseMode({ ...production, DATABASE_URL: "mysql://encore:hunter2@db/encore" });
  expect(JSON.stringify(mode)).not.toContain("hunter2");
});
