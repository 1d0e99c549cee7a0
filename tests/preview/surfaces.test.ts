import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PREVIEW_SURFACES } from "#app/contracts/preview.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import { CAKESTAND_ROSE, TEACUP_ROSE } from "#tests/support/builders.ts";
import { EUR, openPreviewStage, someAsk } from "./preview-stage.ts";

let stage: Awaited<ReturnType<typeof openPreviewStage>>;
beforeAll(async () => {
  stage = await openPreviewStage();
}, 60_000);
afterAll(() => stage.close());

const abroad = [
  { variant: CAKESTAND_ROSE, price: { minor: 14_92, currency: EUR } },
  { variant: TEACUP_ROSE as VariantId, price: { minor: 3_45, currency: EUR } },
];

test.each(PREVIEW_SURFACES)("%s: the real bundle draws the offer at core's own price", async (surface) => {
  const drawn = await stage.draw(someAsk({ surface }));
  await drawn.frame.getByText("£10.84").first().waitFor();
  expect(await drawn.frame.getByText("Regency Cakestand 3 Tier").count()).toBeGreaterThan(0);
  await vi.waitFor(() => expect(drawn.outcomes()).toEqual([{ kind: "shown", bought: "Regency Teacup" }]));
  await stage.photograph(drawn.page, surface);
  expect(drawn.errors).toEqual([]);
  await drawn.close();
});
