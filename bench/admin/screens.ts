import type { Frame, Locator, Page } from "playwright-core";

/** One screen of the admin, and what a merchant does there at once. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Each press and key is one interaction. */
  readonly act: (frame: Frame, page: Page) => Promise<void>;
}

const pressTab = async (frame: Frame, page: Page) => {
  // Into the app: what is pressed outside its frame is no interaction of its.
  await frame.getByRole("heading", { level: 1 }).first().click();
  for (let times = 0; times < 6; times += 1) await page.keyboard.press("Tab");
};

const type = async (page: Page, text: string) => {
  for (const key of text) await page.keyboard.press(key);
};

const openMenu = async (button: Locator, page: Page) => {
  await button.click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
};

const writeName = async (frame: Frame, page: Page) => {
  await frame.getByRole("textbox", { name: "Name" }).click();
  await type(page, "Tea");
  await page.keyboard.press("Tab");
  await openMenu(frame.getByRole("button", { name: "Add condition" }).first(), page);
};

export const SCREENS: readonly Screen[] = [
  {
    name: "home",
    path: "/app",
    act: async (frame, page) => {
      await pressTab(frame, page);
      await frame.getByLabel("Period").press("ArrowDown");
    },
  },
  {
    name: "rules",
    path: "/app/rules",
    act: async (frame, page) => {
      await frame.getByRole("checkbox").nth(2).press("Space");
      await frame.getByRole("checkbox").nth(3).press("Space");
      await pressTab(frame, page);
      await frame.getByLabel("Find a rule by its name").click();
      await type(page, "tea");
      await openMenu(frame.getByRole("button", { name: /^More actions for / }).first(), page);
    },
  },
  { name: "new rule", path: "/app/rules/new", act: writeName },
  { name: "a rule", path: "/app/rules/rule-8", act: writeName },
  {
    name: "orders",
    path: "/app/orders",
    act: async (frame, page) => {
      await pressTab(frame, page);
      await openMenu(frame.getByRole("button", { name: "What became of it" }).first(), page);
    },
  },
  { name: "an order", path: "/app/orders/9099993", act: pressTab },
  { name: "versions", path: "/app/versions", act: pressTab },
  { name: "publish", path: "/app/rulebook/publish", act: pressTab },
  {
    name: "settings",
    path: "/app/settings",
    act: async (frame, page) => {
      await frame.getByRole("textbox").first().click();
      await type(page, "Tea");
      await page.keyboard.press("Tab");
    },
  },
];
