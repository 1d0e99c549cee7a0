import { afterAll, beforeAll, expect, test } from "vitest";
import { refused } from "./fake-store.ts";
import { cakestand, followedOn, forksInstead, napkinsToo } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const signed = (step: number) => ({ kind: "accepted" as const, changeset: `signed-${step}` });
const leadsOn = followedOn(cakestand, "accepted");
const mayBeSmaller = followedOn(cakestand, "declined");
const kept = { kind: "kept" as const };

/** A path on which every yes leads to the same napkins. */
function step(number: number) {
  return followedOn({ ...napkinsToo, step: number, ticket: `ticket-${number}` }, "accepted");
}

test("after a yes says what was added and shows what follows in its place, from the top of the page", async () => {
  const visit = await stage.visit({
    offer: leadsOn,
    app: { accept: [signed(1), signed(2)], answered: [{ ...kept, next: napkinsToo }] },
  });
  const { page, errors } = visit;
  await page.setViewportSize({ width: 390, height: 600 });
  await page.getByRole("button", { name: "Add to my order · £13.01" }).click();
  await page.getByRole("status").getByText("Added to your order: Regency Cakestand 3 Tier").waitFor();
  expect(await page.getByRole("button").count(), "a second press meets nothing").toBe(0);
  await page.getByRole("heading", { name: "Paper napkins with roses" }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.getByRole("status").filter({ hasText: "Added to your order" }).count()).toBe(1);
  expect(visit.left).toBe(0);
  expect(visit.kept, "opened again, the page goes on from here").toEqual({ offer: napkinsToo, accepted: 1 });
  await page.getByRole("button", { name: "Add to my order · £1.54" }).waitFor();
  await stage.photograph(page, "after-a-yes");

  await page.getByRole("button", { name: "Add to my order · £1.54" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toEqual(["signed-1", "signed-2"]);
  expect(visit.kept).toEqual({});
  expect(stage.app.heardAt("event").map(({ body }) => body)).toMatchObject([
    { kind: "impression", ticket: "ticket-1" },
    { kind: "applied", ticket: "ticket-1", status: "processed" },
    { kind: "impression", ticket: "ticket-2" },
    { kind: "applied", ticket: "ticket-2", status: "processed" },
  ]);
  expect(errors).toEqual([]);
});

test("after a no may ask once more, smaller, and a second no goes on", async () => {
  const visit = await stage.visit({ offer: mayBeSmaller, app: { answered: [{ ...kept, next: forksInstead }] } });
  const { page, errors } = visit;
  const decline = page.getByRole("button", { name: "No thanks" });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  expect(await decline.innerText(), "it does not promise the order yet").toBe("No thanks");
  await decline.click();
  await page.getByText("That was not added.").waitFor();
  await page.getByRole("heading", { name: "Rather a smaller one?" }).waitFor();
  await page.getByRole("button", { name: "Add to my order · £5.05" }).waitFor();
  const sizes = [await page.getByRole("button").first().boundingBox(), await decline.boundingBox()];
  expect(sizes[1]?.width).toBe(sizes[0]?.width);
  expect(sizes[1]?.height).toBe(sizes[0]?.height);
  expect(visit.kept).toEqual({ offer: forksInstead, accepted: 0 });
  await stage.photograph(page, "downsell");
  await page.getByRole("button", { name: "No thanks, show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toEqual([]);
  expect(errors).toEqual([]);
});

test("who answers by keyboard goes on with the first thing of what follows", async () => {
  const { page } = await stage.visit({ offer: mayBeSmaller, app: { answered: [{ ...kept, next: napkinsToo }] } });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.getByRole("button", { name: "No thanks" }).evaluate((button) => button.matches(":focus"))).toBe(
    true,
  );
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to my order · £1.54" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.getByLabel("Quantity").evaluate((select) => select.matches(":focus"))).toBe(true);
});

test("never more than three yeses, whatever the app says", async () => {
  const answered = [2, 3, 4].map((number) => ({ ...kept, next: step(number) }));
  const visit = await stage.visit({ offer: leadsOn, app: { accept: [1, 2, 3].map(signed), answered } });
  for (const total of ["£13.01", "£1.54", "£1.54"]) {
    await visit.page.getByRole("button", { name: `Add to my order · ${total}` }).click();
    await visit.page.getByRole("button", { name: "Add to my order" }).waitFor({ state: "detached" });
  }
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.store.applications).toEqual(["signed-1", "signed-2", "signed-3"]);
});

test("the yeses before count when the page is opened again", async () => {
  const visit = await stage.visit({
    storage: { offer: step(3), accepted: 2 },
    app: { accept: [signed(3)], answered: [{ ...kept, next: step(4) }] },
  });
  await visit.page.getByRole("button", { name: "Add to my order · £1.54" }).click();
  await expect.poll(() => visit.left).toBe(1);
});

const endings = [
  ["the payment allows no further change", { status: "processed", errors: [], changesetApplicationsRemaining: 0 }],
  ["the charge failed after the order was edited", { status: "partially_processed", errors: [] }],
  ["the offer had been applied before", refused("changeset_already_applied")],
] as const;
test.each(endings)("ends the path when %s", async (_, answer) => {
  const visit = await stage.visit({
    offer: leadsOn,
    app: { accept: [signed(1)], answered: [{ ...kept, next: napkinsToo }] },
    store: { apply: [answer] },
  });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(visit.kept).toEqual({});
  expect(await visit.page.getByText("Paper napkins").count()).toBe(0);
});

test("offers nothing more after the card said no", async () => {
  const visit = await stage.visit({
    offer: followedOn(leadsOn, "declined"),
    app: { accept: [signed(1)], answered: [{ ...kept, next: napkinsToo }] },
    store: { apply: [refused("payment_required")] },
  });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await visit.page.getByText("Your card said no to this one.").waitFor();
  await visit.page.getByRole("button", { name: "Show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
});

test("offers nothing that the app did not say may follow", async () => {
  const next = { ...kept, next: forksInstead };
  const declined = await stage.visit({ offer: cakestand, app: { answered: [next] } });
  await declined.page.getByRole("button", { name: "No thanks, show my order" }).click();
  await expect.poll(() => declined.left).toBe(1);
  const accepted = await stage.visit({ offer: cakestand, app: { accept: [signed(1)], answered: [next] } });
  await accepted.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => accepted.left).toBe(1);
});

test("goes on as soon as the app says that nothing follows, and waits for it a second and a half at most", async () => {
  for (const [afterMs, least, most] of [
    [0, 0, 1_000],
    [6_000, 1_400, 3_500],
  ] as const) {
    const visit = await stage.visit({ offer: mayBeSmaller, app: { answered: [{ afterMs, ...kept }] } });
    const decline = visit.page.getByRole("button", { name: "No thanks" });
    await decline.waitFor();
    const pressed = performance.now();
    await decline.click();
    if (afterMs > 0) await visit.page.getByRole("button", { name: "One moment…" }).waitFor();
    await expect.poll(() => visit.left, { interval: 20, timeout: 4_000 }).toBe(1);
    expect(performance.now() - pressed).toBeGreaterThan(least);
    expect(performance.now() - pressed).toBeLessThan(most);
  }
});

test.each([
  ["it cannot be reached", "connection-lost" as const],
  ["it refuses", { status: 503 }],
  ["what follows has nothing to sell", { ...kept, next: { ...napkinsToo, products: [] } }],
  ["what follows is broken", { ...kept, next: {} as typeof napkinsToo }],
])("goes on when the app was to say what follows and %s", async (_, answer) => {
  const visit = await stage.visit({ offer: leadsOn, app: { accept: [signed(1)], answered: [answer] } });
  await visit.page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left, { timeout: 3_000 }).toBe(1);
  expect(visit.errors).toEqual([]);
});

test("says in German what was added and what was not", async () => {
  const yes = await stage.visit({
    offer: leadsOn,
    locale: "de",
    app: { accept: [signed(1)], answered: [{ ...kept, next: napkinsToo }] },
  });
  await yes.page.getByRole("button", { name: "Zur Bestellung hinzufügen · 13,01" }).click();
  await yes.page.getByText("Zur Bestellung hinzugefügt: Regency Cakestand 3 Tier").waitFor();
  await yes.page.getByRole("button", { name: "1,54" }).waitFor();
  await stage.photograph(yes.page, "german-after-a-yes");

  const no = await stage.visit({
    offer: mayBeSmaller,
    locale: "de",
    app: { answered: [{ ...kept, next: forksInstead }] },
  });
  await no.page.getByRole("button", { name: "Nein danke" }).click();
  await no.page.getByText("Das wurde nicht hinzugefügt.").waitFor();
  await no.page.getByRole("button", { name: "5,05" }).waitFor();
  await stage.photograph(no.page, "german-after-a-no");
});
