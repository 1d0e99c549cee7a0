import { afterAll, beforeAll, expect, test } from "vitest";
import { choiceOfThree, forksInstead, gift, partnersHoney, teaTable, twoPoundsOff } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const accepted = { kind: "accepted" as const, changeset: "signed-1" };

test("one press chooses another product: picture, title, price and total follow", async () => {
  const visit = await stage.visit({ offer: choiceOfThree, app: { accept: [accepted] } });
  const { page, errors } = visit;
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await stage.photograph(page, "choice");
  expect(await page.getByRole("radio").count()).toBe(3);
  expect(await page.getByLabel("Regency Cakestand 3 Tier · £10.84").isChecked(), "the first, and no more").toBe(true);

  await page.getByText("Cake forks, set of six · £4.21").click();
  await page.getByRole("button", { name: "Add to my order · £5.05" }).waitFor();
  expect(await page.getByRole("heading", { name: "Cake forks, set of six" }).count()).toBe(1);
  expect(await page.getByRole("img", { name: "Six small forks" }).count()).toBe(1);
  expect(await page.locator("del").innerText()).toBe("£4.95");
  expect(await page.locator("select").count(), "of the forks there is nothing to choose").toBe(0);
  await stage.photograph(page, "choice-of-the-second");

  await page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(stage.app.heardAt("accept")[0]?.body).toEqual({
    ticket: "ticket-1",
    items: [{ variantId: "41003", quantity: 1 }],
  });
  expect(errors).toEqual([]);
});

test("a choice works with the keyboard alone, colours and quantities with it", async () => {
  const { page, store } = await stage.visit({ offer: choiceOfThree });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "£5.05" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "£1.54" }).waitFor();
  expect(await page.getByRole("radio", { name: "Paper napkins with roses · £1.28" }).isChecked()).toBe(true);
  expect(await page.getByRole("img").count(), "the napkins have no picture, and another's would be wrong").toBe(0);

  await page.keyboard.press("Tab");
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "£4.60" }).waitFor();
  expect(store.changesets.at(-1)).toMatchObject({ changes: [{ variantId: 41004, quantity: 3 }] });

  await page.getByRole("radio").first().click();
  await page.getByLabel("Option").selectOption("Mint green");
  await page.getByText("Regency Cakestand 3 Tier · £11.86").waitFor();
  expect(await page.getByLabel("Quantity").inputValue(), "as many as before, as far as there are").toBe("2");
});

test("a bundle lists its items at the shop's prices, and has one price and no quantity", async () => {
  const visit = await stage.visit({ offer: teaTable, app: { accept: [accepted] } });
  const { page, store, errors } = visit;
  const total = 1020 + 240 + 396;
  await page.getByRole("button", { name: `£${((total * 1.2) / 100).toFixed(2)}` }).waitFor();
  const text = (await page.locator(".page").innerText()).replace(/\s+/g, " ");
  expect(text).toContain(
    "These 3 together Regency Cakestand 3 Tier, Rose £12.75 2 × Paper napkins with roses £3.00 Cake forks, set of six £4.95",
  );
  expect(await page.locator("del").innerText()).toBe("£20.70");
  expect(text).toContain("£16.56 20% off, with this order");
  expect(text).toContain("These 3 together £16.56 Shipping Free VAT £3.31");
  expect(await page.getByRole("img").count()).toBe(2);
  expect(await page.locator("select, input").count()).toBe(0);
  expect(store.changesets[0]).toMatchObject({
    changes: [
      { variantId: 41001, quantity: 1, discount: { value: 20, valueType: "percentage" } },
      { variantId: 41004, quantity: 2, discount: { value: 20, valueType: "percentage" } },
      { variantId: 41003, quantity: 1, discount: { value: 20, valueType: "percentage" } },
    ],
  });
  await stage.photograph(page, "bundle");

  await page.getByRole("button", { name: "Add to my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(stage.app.heardAt("accept")[0]?.body).toMatchObject({
    items: [
      { variantId: "41001", quantity: 1 },
      { variantId: "41004", quantity: 2 },
      { variantId: "41003", quantity: 1 },
    ],
  });
  expect(errors).toEqual([]);
});

test("a bundle of which an item has just sold out ends in that sentence: there is no other to choose", async () => {
  const { page } = await stage.visit({ offer: teaTable, store: { calculateFails: "insufficient_inventory" } });
  await page.getByText("Just sold out. Your order is not affected.").waitFor();
});

test("a gift says that it is one and that there is nothing to pay", async () => {
  const { page, errors } = await stage.visit({ offer: gift });
  await page.getByRole("button", { name: "Add to my order · £0.00" }).waitFor();
  const text = (await page.locator(".page").innerText()).replace(/\s+/g, " ");
  for (const words of ["£4.95 Now Free A gift, with this order", "You pay now £0.00", "One tap, nothing to pay."]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("100%");
  await stage.photograph(page, "gift");
  expect(errors).toEqual([]);
});

test("an amount off shows the price before and now, no percentage, and is asked for the whole line", async () => {
  const { page, store, errors } = await stage.visit({ offer: twoPoundsOff });
  await page.getByRole("button", { name: "£12.90" }).waitFor();
  const text = (await page.locator(".page").innerText()).replace(/\s+/g, " ");
  expect(text).toContain("Was £12.75 Now £10.75 with this order");
  expect(text).not.toContain("%");
  await stage.photograph(page, "amount-off");
  await page.getByLabel("Quantity").selectOption("3");
  await page.getByRole("button", { name: "£38.70" }).waitFor();
  expect(store.changesets.at(-1)).toMatchObject({
    changes: [{ quantity: 3, discount: { value: 6, valueType: "fixed_amount", title: "with this order" } }],
  });
  expect(errors).toEqual([]);
});

test("a bundle at a fixed price asks of each line its part, for all its pieces", async () => {
  const { page, store } = await stage.visit({ offer: { ...teaTable, discount: { kind: "amount" } } });
  await page.getByRole("button", { name: "£19.87" }).waitFor();
  expect(await page.getByText("with this order").innerText()).toBe("with this order");
  expect(store.changesets[0]).toMatchObject({
    changes: [
      { quantity: 1, discount: { value: 2.55, valueType: "fixed_amount" } },
      { quantity: 2, discount: { value: 0.6, valueType: "fixed_amount" } },
      { quantity: 1, discount: { value: 0.99, valueType: "fixed_amount" } },
    ],
  });
});

test("an offer without a discount shows one price and asks for none", async () => {
  const { page, store } = await stage.visit({ offer: partnersHoney });
  await page.getByRole("button", { name: "£5.94" }).waitFor();
  expect(await page.locator("del").count()).toBe(0);
  expect(store.changesets).toEqual([{ changes: [{ type: "add_variant", variantId: 41003, quantity: 1 }] }]);
});

test("says whose product it is where it is not the shop's", async () => {
  const { page } = await stage.visit({ offer: partnersHoney });
  await page.getByText("Sold by Bee & Sons").waitFor();
  await stage.photograph(page, "partner");
});

test("asks calmly whether it may be a smaller one, unless the merchant has words for it", async () => {
  const { page } = await stage.visit({ offer: forksInstead });
  await page.getByRole("heading", { name: "Rather a smaller one?" }).waitFor();
  const own = await stage.visit({ offer: { ...forksInstead, headline: "Only the forks?" } });
  await own.page.getByRole("heading", { name: "Only the forks?" }).waitFor();
  expect(await own.page.getByText("Rather a smaller one?").count()).toBe(0);
});

test.each([
  ["choice", choiceOfThree, "13,01", ["Wählen Sie eins"]],
  ["bundle", teaTable, "19,87", ["Diese 3 Artikel zusammen", "20\u00a0% Rabatt mit dieser Bestellung"]],
  ["gift", gift, "0,00", ["Ein Geschenk zu dieser Bestellung", "Kostenlos", "nichts zu bezahlen"]],
  ["amount-off", twoPoundsOff, "12,90", ["10,75\u00a0£", "mit dieser Bestellung"]],
  ["partner", partnersHoney, "5,94", ["Verkauf durch Bee & Sons"]],
  ["downsell", forksInstead, "5,05", ["Lieber etwas Kleineres?"]],
] as const)("says in German: %s", async (name, offer, total, sentences) => {
  const { page, errors } = await stage.visit({ offer, locale: "de" });
  await page.getByRole("button", { name: `Zur Bestellung hinzufügen · ${total}\u00a0£` }).waitFor();
  const text = await page.locator(".page").innerText();
  for (const sentence of sentences) expect(text).toContain(sentence);
  await stage.photograph(page, `german-${name}`);
  expect(errors).toEqual([]);
});
