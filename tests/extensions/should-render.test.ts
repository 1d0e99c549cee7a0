import { afterAll, beforeAll, expect, test } from "vitest";
import { cakestand } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

test("asks for the page when there is an offer, and keeps it for Render", async () => {
  const answer = await stage.decide({ app: { decide: { kind: "show", offer: cakestand } } });
  expect(answer).toMatchObject({ render: true, storage: { offer: cakestand } });
  expect(stage.app.heardAt("decide")).toMatchObject([{ token: "token-of-the-page", origin: "null", body: {} }]);
  expect(stage.app.heardAt("event")).toEqual([]);
});

test.each([
  ["there is nothing to offer", { kind: "nothing" as const }],
  ["the app refuses", { status: 401 }],
  ["the app breaks down", { status: 500 }],
  ["the app cannot be reached", "connection-lost" as const],
])("asks for no page when %s", async (_, decide) => {
  const answer = await stage.decide({ app: { decide } });
  expect(answer).toMatchObject({ render: false });
  expect(answer.why).toBeUndefined();
});

test("gives up after a second by itself, before Shopify would", async () => {
  const answer = await stage.decide({ app: { decide: { afterMs: 4_000, kind: "show", offer: cakestand } } });
  expect(answer).toMatchObject({ render: false });
  expect(answer.why).toBeUndefined();
  expect(answer.tookMs).toBeGreaterThan(950);
  expect(answer.tookMs).toBeLessThan(1_450);
});
