import { afterAll, beforeAll, expect, test } from "vitest";
import { refused } from "./fake-store.ts";
import { cakestand, cakestandAt, cakestandInColours } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const euro = { currency: "EUR", prices: { 41001: 1275 }, taxTitle: "MwSt.", shippingMinor: 390 };

test("speaks German and writes euros as Germans do when the shopper's page is German", async () => {
  const offer = {
    ...cakestandAt(1275, 1084, "EUR"),
    because: "Teetasse Rosen",
    shippingPrice: { minor: 390, currency: "EUR" },
  };
  const { page, store, errors } = await stage.visit({ offer, locale: "de-DE", store: euro });
  await page.getByRole("button", { name: "Zur Bestellung hinzufügen · 17,69\u00a0€" }).waitFor();
  const text = await page.locator(".page").innerText();
  for (const words of ["Ihre Bestellung ist bezahlt.", "Weil Sie Teetasse Rosen gekauft haben", "15\u00a0% Rabatt"]) {
    expect(text).toContain(words);
  }
  expect(await page.getByRole("button", { name: "Nein danke, zu meiner Bestellung" }).count()).toBe(1);
  expect(store.changesets[0]).toMatchObject({ changes: [{}, { type: "add_shipping_line", price: 3.9 }] });
  await stage.photograph(page, "german");
  expect(errors).toEqual([]);
});

test("says a declined card in German", async () => {
  const { page } = await stage.visit({
    offer: cakestandInColours,
    locale: "de",
    app: { accept: [{ kind: "accepted", changeset: "signed-1" }] },
    store: { apply: [refused("payment_required")] },
  });
  await page.getByRole("button", { name: "Zur Bestellung hinzufügen" }).click();
  await page.getByText("Ihre Karte hat das abgelehnt.").waitFor();
  await stage.photograph(page, "german-card-declined");
});

test.each([
  ["fr-CA", /Ajouter à ma commande · 13,01/, ["Votre commande est payée.", "15\u00a0% de réduction"], "French"],
  ["es-MX", /Añadir a mi pedido · /, ["Su pedido está pagado.", "15\u00a0% de descuento"], "Spanish"],
  ["pt-BR", /Adicionar ao meu pedido · /, ["Seu pedido está pago.", "15% de desconto"], "Portuguese"],
  ["ja", /注文に追加 · /, ["ご注文のお支払いは完了しています。", "15%オフ"], "Japanese"],
])("speaks to a shopper of %s in their own language", async (locale, accept, sentences, name) => {
  const { page, errors } = await stage.visit({ offer: cakestand, locale });
  await page.getByRole("button", { name: accept }).waitFor();
  const text = await page.locator(".page").innerText();
  for (const sentence of sentences) expect(text).toContain(sentence);
  expect(text).not.toMatch(/order|paid|\{\}/i);
  await stage.photograph(page, name.toLowerCase());
  expect(errors).toEqual([]);
});

test("on a page that is read from right to left, English sentences keep their full stops and numbers in place", async () => {
  const { page } = await stage.visit({ offer: cakestand, locale: "ar" });
  await page.getByRole("button", { name: "Add to my order" }).waitFor();
  const text = await page.locator(".page").innerText();
  expect(text).toContain("\u200eYour order is paid.\u200e");
  expect(text).toContain("\u200e15% off, with this order\u200e");
});

test("keeps the words that come with the offer, and reads them when the page opens", async () => {
  const words = { addUnpriced: "Hinzu", add: "Hinzu für {}" };
  const decided = await stage.decide({ app: { decide: { kind: "show", offer: cakestand, words } }, locale: "de" });
  expect(decided).toMatchObject({ render: true, storage: { offer: cakestand, words } });
  const { page } = await stage.visit({ storage: { offer: cakestand, words }, locale: "de" });
  await page.getByRole("button", { name: /^Hinzu für / }).waitFor();
  await page.getByRole("button", { name: "No thanks, show my order" }).waitFor();
});

test("speaks English to every other language", async () => {
  const { page } = await stage.visit({ offer: cakestand, locale: "it-IT" });
  await page.getByRole("button", { name: /Add to my order/ }).waitFor();
});

test("writes yen without decimals and dinars with three", async () => {
  const yen = { currency: "JPY", digits: 0, prices: { 41001: 1200 }, taxTitle: "Consumption tax" };
  const japanese = await stage.visit({ offer: cakestandAt(1200, 1020, "JPY"), store: yen });
  await japanese.page.getByRole("button", { name: "Add to my order · ¥1,224" }).waitFor();
  await stage.photograph(japanese.page, "yen");

  const dinar = { currency: "KWD", digits: 3, prices: { 41001: 5_000 } };
  const kuwaiti = await stage.visit({ offer: cakestandAt(5_000, 4_250, "KWD"), store: dinar });
  await kuwaiti.page.getByRole("button", { name: /Add to my order · KWD\s5\.100/ }).waitFor();
  expect(await kuwaiti.page.locator("del").innerText()).toMatch(/KWD\s5\.000/);
});
