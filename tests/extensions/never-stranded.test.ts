import { afterAll, beforeAll, expect, test } from "vitest";
import { cakestand, teaTable } from "./offers.ts";
import { openStage, type Scene, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const accepted = { kind: "accepted" as const, changeset: "signed-1" };

test.each([
  ["there is none", undefined],
  ["it is null", null],
  ["it is of another kind", "gone"],
  ["it names no offer", {}],
  ["the offer has no products", { offer: { ...cakestand, products: [] } }],
  ["the product has no variants", { offer: { ...cakestand, products: [{ title: "", pieces: 1, variants: [] }] } }],
  ["an item of the bundle is broken", { offer: { ...teaTable, products: [...teaTable.products, {}] } }],
  ["the offer is broken", { offer: { products: [{ variants: [{}] }] } }],
  ["it is of an earlier version of the page", { offer: { productTitle: "Cakestand", variants: [{}] } }],
  ["the offer is a number", { offer: 7 }],
])("goes straight on when what ShouldRender kept is unusable: %s", async (_, storage) => {
  const visit = await stage.visit({ storage });
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.errors).toEqual([]);
});

const accidents: [string, string, Scene, boolean][] = [
  [
    "the store throws while it calculates",
    "could not work out the total",
    { store: { calculateFails: "throws" } },
    false,
  ],
  ["the store cannot calculate", "could not work out the total", { store: { calculateFails: "server_error" } }, false],
  ["the store throws while it charges", "could not see whether this was added", { store: { apply: ["throws"] } }, true],
];
test.each(accidents)("leaves a sentence and the way on when %s", async (name, sentence, scene, needsPress) => {
  const visit = await stage.visit({ offer: cakestand, app: { accept: [accepted] }, ...scene });
  if (needsPress) await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await visit.page.getByText(sentence).waitFor();
  await stage.photograph(visit.page, name.replaceAll(" ", "-"));
  await visit.page.getByRole("button", { name: "Show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.errors).toEqual([]);
});
