import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EditorAnswer } from "#app/admin/rule-editor/editor-ask.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { bundled, offerOf, ruleOn } from "../offer-editor/scene.ts";
import type { Outside } from "./page.tsx";

let browser: Browser;
let html: string;
beforeAll(async () => {
  [browser, html] = await Promise.all([launchBrowser(), bundled(new URL("./page.tsx", import.meta.url))]);
}, 60_000);
afterAll(() => browser.close());

const NEW = "encore:rule:demo.myshopify.com:new";
const KEPT = "tea-1";
type Window = typeof globalThis & { readonly outside: Outside };

/** A new rule in the editor, of which nothing was typed yet. */
async function newRule() {
  const visitor = await newVisitor(browser);
  const page = await visitor.newPage();
  await page.addInitScript((template) => Object.assign(window, { template }), ruleOn({ offer: offerOf() }));
  await page.route("http://localhost:1/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await page.goto("http://localhost:1/");
  await name(page).waitFor();
  return page;
}

const name = (page: Page) => page.getByLabel("Name");
const press = (page: Page, what: "Save" | "Discard") => page.getByRole("button", { name: what }).click();
const answer = (page: Page, given: EditorAnswer) =>
  page.evaluate((given) => (globalThis as Window).outside.answer(given), given);
const opened = (page: Page) => page.evaluate(() => (globalThis as Window).outside.opened);
const leave = async (page: Page) => {
  await page.evaluate(() => (globalThis as Window).outside.show(undefined));
  await page.getByText("Elsewhere").waitFor();
};
/** The page of the rule has come, as it was sent. */
const arrive = (page: Page) =>
  page.evaluate((id) => {
    const { sent, show } = (globalThis as Window).outside;
    show({ ...sent[0]?.ask.edited, id, status: "draft", editedAt: 1 } as unknown as Parameters<typeof show>[0]);
  }, KEPT);
const keptName = (page: Page, key = NEW) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "null")?.document.name, key);
const goAway = (page: Page) => page.evaluate(() => void dispatchEvent(new Event("pagehide")));

/** Kept by the server, but its own page has not come. */
async function savedAndNotOpened() {
  const page = await newRule();
  await name(page).fill("Tea");
  await expect.poll(() => keptName(page)).toBe("Tea");
  await press(page, "Save");
  await answer(page, { kind: "saved", saved: KEPT as never });
  await expect.poll(() => opened(page)).toEqual([KEPT]);
  return page;
}

test("a new rule that was saved is not offered again as a new one, though its own page has not come", async () => {
  const page = await savedAndNotOpened();
  expect(await keptName(page)).toBeUndefined();
  await goAway(page);
  expect(await keptName(page)).toBeUndefined();
  await name(page).fill("Tea for two");
  await expect.poll(() => keptName(page), { message: "what was typed since is kept" }).toBe("Tea for two");
  await name(page).fill("Tea");
  await expect.poll(() => keptName(page)).toBeUndefined();
  await leave(page);
  expect(await keptName(page)).toBeUndefined();
});

test("Discard goes to a new rule that was saved, and gives up only what was typed since", async () => {
  const page = await savedAndNotOpened();
  await name(page).fill("Tea for two");
  await press(page, "Discard");
  expect(await name(page).inputValue()).toBe("Tea");
  expect(await opened(page)).toEqual([KEPT, KEPT]);
  await arrive(page);
  await page.getByText("Saved", { exact: true }).waitFor();
  expect(await name(page).inputValue()).toBe("Tea");
  expect(await keptName(page)).toBeUndefined();
});

test("what was typed since a new rule was saved is a change of that rule once its page has come", async () => {
  const page = await savedAndNotOpened();
  await name(page).fill("Tea for two");
  await arrive(page);
  await expect.poll(() => keptName(page, `encore:rule:demo.myshopify.com:${KEPT}`)).toBe("Tea for two");
  expect(await keptName(page)).toBeUndefined();
  expect(await page.getByText("Unsaved").count()).toBe(1);
});

test("the last letters before a page is left inside the app are kept, and none that were discarded", async () => {
  const page = await newRule();
  await name(page).fill("Tea");
  await leave(page);
  expect(await keptName(page)).toBe("Tea");

  const other = await newRule();
  await name(other).fill("Coffee");
  await expect.poll(() => keptName(other)).toBe("Coffee");
  await press(other, "Discard");
  await leave(other);
  expect(await keptName(other)).toBeUndefined();
});

test("what the editor before had saved is not opened by the one that stands", async () => {
  const page = await newRule();
  await answer(page, { kind: "saved", saved: KEPT as never });
  await name(page).fill("Tea");
  expect(await opened(page)).toEqual([]);
});

test("what is too large for the browser takes what was kept before along: it would come back in its place", async () => {
  const page = await newRule();
  await name(page).fill("Tea");
  await expect.poll(() => keptName(page)).toBe("Tea");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await name(page).fill("Tea, and much more");
  await expect.poll(() => keptName(page)).toBeUndefined();
});
