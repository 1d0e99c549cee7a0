import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { BUILD, openUiStage, thankYou, type UiStage } from "./ui-stage.ts";

let stage: UiStage;
beforeAll(async () => {
  stage = await openUiStage();
}, 60_000);
afterAll(() => stage.close());

const strings = { heading: { one: "{{count}} line", other: "{{count}} lines" }, total: "Together {{amount}}" };

test("draws a Preact extension of the platform's own, and it follows what changes", async () => {
  const visit = await stage.visit({ strings });
  await visit.page.getByRole("heading", { name: "1 line" }).waitFor();
  await visit.page.getByText("Together £45.00").waitFor();
  await stage.update(visit.page, {
    lines: [{ id: "line-1" }, { id: "line-2" }],
    cost: { totalAmount: { amount: 60, currencyCode: "GBP" } },
  });
  await visit.page.getByRole("heading", { name: "2 lines" }).waitFor();
  await visit.page.getByText("Together £60.00").waitFor();
  expect(visit.errors).toEqual([]);
  expect(visit.firstPaintMs).toBeLessThan(1_000);
});
