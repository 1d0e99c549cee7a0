import { afterAll, beforeAll, expect, test } from "vitest";
import { type Exclusion, openExclusion } from "#app/stores/exclusively.ts";
import { type BreakableLine, breakableLine } from "#tests/http/breakable-line.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
let line: BreakableLine;
let exclusion: Exclusion;

beforeAll(async () => {
  const url = new URL(database.url);
  line = await breakableLine({ host: url.hostname, port: Number(url.port) });
  exclusion = openExclusion(Object.assign(url, { hostname: "127.0.0.1", port: String(line.port) }).href);
});

afterAll(async () => {
  await exclusion.close();
  await line.close();
});

const moment = () => new Promise((resolve) => setTimeout(resolve, 50));

test("work of one name is done by one at a time", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await moment();
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => exclusion.exclusively("one", work)));
  expect(most).toBe(1);
});

test("a database that restarts while Shopify is being asked does not end the process, and the next turn comes", async () => {
  const answered = exclusion.exclusively("cut", async () => {
    line.state = "cut";
    await moment();
    line.state = "whole";
    return "Shopify's answer";
  });
  expect(await answered).toBe("Shopify's answer");
  expect(await exclusion.exclusively("cut", async () => "again")).toBe("again");
});
