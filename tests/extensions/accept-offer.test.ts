import { afterAll, beforeAll, expect, test } from "vitest";
import { refused } from "./fake-store.ts";
import { cakestand, cakestandAt, cakestandInColours } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const accepted = { kind: "accepted" as const, changeset: "signed-1" };

test("one press adds the product: signed by the app, checked against the shown total, applied, told, left", async () => {
  const visit = await stage.visit({ offer: cakestand, app: { accept: [accepted] } });
  await visit.page.getByRole("button", { name: "Add to my order" }).dblclick();
  await expect.poll(() => visit.left).toBe(1);
  expect(stage.app.heardAt("accept").map(({ body }) => body)).toEqual([
    { ticket: "ticket-1", items: [{ variantId: "41001", quantity: 1 }] },
  ]);
  expect(visit.store.applications).toEqual(["signed-1"]);
  expect(visit.kept, "the page opened again offers nothing").toEqual({});
  expect(stage.app.heardAt("event").at(-1)?.body).toEqual({
    kind: "applied",
    ticket: "ticket-1",
    status: "processed",
    errors: [],
  });
  expect(visit.errors).toEqual([]);
});

test("says that it is adding while the app and the store work, and keeps the button's width", async () => {
  const { page } = await stage.visit({ offer: cakestand, app: { accept: [{ afterMs: 4_000, ...accepted }] } });
  const accept = page.getByRole("button", { name: "Add to my order" });
  const before = await accept.boundingBox();
  await accept.click();
  const adding = page.getByRole("button", { name: "Adding…" });
  await adding.waitFor();
  expect((await adding.boundingBox())?.width).toBe(before?.width);
  expect(await page.getByRole("button", { name: "No thanks" }).isDisabled()).toBe(true);
  await stage.photograph(page, "working");
});

test.each(["payment_required", "unsupported_payment_method"])(
  "says that the card said no (%s), and goes on",
  async (code) => {
    const visit = await stage.visit({
      offer: cakestand,
      app: { accept: [accepted] },
      store: { apply: [refused(code)] },
    });
    await visit.page.getByRole("button", { name: "Add to my order" }).click();
    await visit.page.getByText("Your card said no to this one. Your order is not affected.").waitFor();
    if (code === "payment_required") await stage.photograph(visit.page, "card-declined");
    await visit.page.getByRole("button", { name: "Show my order" }).click();
    await expect.poll(() => visit.left).toBe(1);
  },
);

test("says that it sold out when the app or the store finds it gone, and goes on", async () => {
  const scenes = [
    { app: { accept: [{ kind: "unavailable" as const }] } },
    { app: { accept: [accepted] }, store: { apply: [refused("insufficient_inventory")] } },
  ];
  for (const scene of scenes) {
    const visit = await stage.visit({ offer: cakestand, ...scene });
    await visit.page.getByRole("button", { name: "Add to my order" }).click();
    await visit.page.getByText("Just sold out. Your order is not affected.").waitFor();
    await stage.photograph(visit.page, "sold-out");
    await visit.page.getByRole("button", { name: "Show my order" }).click();
    await expect.poll(() => visit.left).toBe(1);
  }
});

test("lets the shopper choose another when only this many or this colour is gone", async () => {
  const visit = await stage.visit({ offer: cakestandInColours, store: { calculateFails: "insufficient_inventory" } });
  await visit.page.getByText("There is not enough of this left.").waitFor();
  await stage.photograph(visit.page, "fewer-left");
  expect(await visit.page.getByRole("button", { name: "No thanks" }).isEnabled()).toBe(true);
});

test("shows the offer at its new price before anything is charged when the price changed", async () => {
  const changed = { ...cakestandAt(1475, 1254, "GBP"), ticket: "ticket-2" };
  const visit = await stage.visit({
    offer: cakestand,
    app: { accept: [{ kind: "price-changed", offer: changed }, accepted] },
  });
  await visit.page.getByRole("button", { name: "£13.01" }).waitFor();
  visit.store.says.prices = { 41001: 1475 };
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await visit.page.getByText("The price has changed. Nothing has been charged").waitFor();
  expect(await visit.page.locator("del").innerText()).toBe("£14.75");
  const again = visit.page.getByRole("button", { name: "Add to my order · £15.05" });
  await again.waitFor();
  await stage.photograph(visit.page, "price-changed");
  expect(visit.store.applications).toEqual([]);
  await again.click();
  await expect.poll(() => visit.left).toBe(1);
  expect(stage.app.heardAt("accept").at(-1)?.body).toMatchObject({ ticket: "ticket-2" });
});

test("never charges more than was shown: a higher total is shown first and asked again", async () => {
  const visit = await stage.visit({
    offer: cakestandInColours,
    app: { accept: [accepted] },
    store: { signedCostsMoreMinor: 100 },
  });
  await visit.page.getByRole("button", { name: "£13.01" }).click();
  await visit.page.getByText("The total is now £14.21. Nothing has been charged").waitFor();
  expect(visit.store.applications).toEqual([]);
  expect(await visit.page.getByLabel("Option").isDisabled()).toBe(true);
  await stage.photograph(visit.page, "total-higher");
  await visit.page.getByRole("button", { name: "Add to my order · £14.21" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toEqual(["signed-1"]);
});

test("charges nothing when the store cannot calculate what the app signed, and takes a second try", async () => {
  const visit = await stage.visit({ offer: cakestandInColours, app: { accept: [accepted] } });
  const add = visit.page.getByRole("button", { name: "Add to my order · £13.01" });
  await add.waitFor();
  visit.store.says.calculateFails = "throws";
  await add.click();
  await visit.page.getByText("That did not get through. Nothing has been charged").waitFor();
  expect(visit.store.applications).toEqual([]);
  expect(await visit.page.getByLabel("Option").isDisabled(), "the app has kept this pick").toBe(true);
  visit.store.says.calculateFails = undefined;
  await add.click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toEqual(["signed-1"]);
});

test("a changeset that was applied before counts as added", async () => {
  const visit = await stage.visit({
    offer: cakestand,
    app: { accept: [accepted] },
    store: { apply: [refused("changeset_already_applied")] },
  });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
});

test("goes on after a partly processed changeset, and would not offer it again", async () => {
  const errors = [{ code: "payment_required", message: "no" }];
  const visit = await stage.visit({
    offer: cakestand,
    app: { accept: [accepted] },
    store: { apply: [{ status: "partially_processed", errors }] },
  });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toHaveLength(1);
  expect(stage.app.heardAt("event").at(-1)?.body).toMatchObject({
    status: "partially_processed",
    errors: ["payment_required"],
  });
});

test.each([
  ["the app cannot be reached", "connection-lost" as const],
  ["the app is overloaded", { status: 503 }],
])("offers another try when %s, and the second one adds it", async (_, answer) => {
  const visit = await stage.visit({ offer: cakestand, app: { accept: [answer, accepted] } });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await visit.page.getByText("That did not get through. Nothing has been charged").waitFor();
  if (answer === "connection-lost") await stage.photograph(visit.page, "try-again");
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
});

test("goes on calmly when the app refuses for good", async () => {
  const visit = await stage.visit({ offer: cakestand, app: { accept: [{ status: 409 }] } });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await visit.page.getByText("This can no longer be added. Your order is not affected.").waitFor();
  await visit.page.getByRole("button", { name: "Show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
});
