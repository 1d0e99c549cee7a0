import { readFile } from "node:fs/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";

/** What a merchant does in Shopify's admin and in the app embedded there. */
export class Merchant {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly #adminUrl: string;

  constructor(page: Page, adminUrl: string) {
    this.page = page;
    this.app = page.frameLocator("iframe[name=app-iframe]");
    this.#adminUrl = adminUrl;
  }

  async open(path: "" | "/app" | `/app/${string}` = ""): Promise<void> {
    await this.page.goto(path ? `${this.#adminUrl}/store/encore-demo/apps/encore-second-sale${path}` : this.#adminUrl);
    await this.app.getByRole("heading", { level: 1 }).first().waitFor();
  }

  /** Customers who bought any of `bought` are offered `offered`, so many percent off. */
  async writeRule(rule: {
    readonly bought: readonly string[];
    readonly offered: string;
    readonly percent: number;
    readonly headline?: string;
    /** As the form names them; left out, those that a new rule stands on. */
    readonly on?: readonly string[];
  }): Promise<void> {
    await this.app.getByRole("button", { name: "Choose products" }).click();
    await this.pick(rule.bought);
    await this.app.getByRole("button", { name: "Choose the product" }).click();
    await this.pick([rule.offered]);
    await this.app.getByRole("textbox", { name: "Discount" }).fill(String(rule.percent));
    if (rule.headline) {
      await this.app.getByRole("button", { name: "In your own words" }).click();
      await this.app.getByRole("textbox", { name: "Headline" }).first().fill(rule.headline);
    }
    if (rule.on) await this.#standOn(rule.on);
  }

  async #standOn(pages: readonly string[]): Promise<void> {
    await this.app.getByRole("button", { name: "Change pages" }).click();
    for (const page of await this.app.locator("#surfaces").getByRole("checkbox").all()) {
      // Polaris draws its own box over the browser's.
      await page.setChecked(pages.includes(await nameOf(page)), { force: true });
    }
  }

  /** Reads what changes by it, and makes it live for everyone. */
  async publish(): Promise<void> {
    await this.app.getByRole("button", { name: "Publish…", exact: true }).click();
    const review = this.app.getByRole("dialog", { name: "Publish this rule" });
    await review.getByRole("button", { name: "Publish", exact: true }).click();
    await this.page.getByText("Published: shoppers see it from now on").waitFor();
  }

  /** In Shopify's bar for what is unsaved. */
  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
  }

  /** As in coming back from another window: the app's frame loses the focus and has it again. */
  async comesBack(): Promise<void> {
    await this.page.getByRole("searchbox", { name: "Search the store" }).click();
    await this.app.getByRole("heading", { level: 1 }).click();
  }

  /** Presses a button that downloads a file, and gives what is in it. */
  async download(name: string): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.app.getByRole("button", { name, exact: true }).click();
    return readFile(await (await download).path(), "utf8");
  }

  /** Chooses a file on the page that imports rules, and has it checked. */
  async checkImport(text: string): Promise<void> {
    await this.open("/app/rulebook/import");
    const file = { name: "rules.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await this.app.locator("input[type=file]").setInputFiles(file);
    await this.app.getByText("rules.json, ").waitFor();
    await this.check();
  }

  async check(): Promise<void> {
    await this.app.getByRole("button", { name: "Check", exact: true }).click();
  }

  /** Saves what was checked as the draft and makes it live. */
  async saveAndPublish(whom: "Everyone" | { readonly percent: number } = "Everyone"): Promise<void> {
    await this.app.getByRole("button", { name: "Save as draft" }).click();
    await this.app.getByRole("link", { name: "Review and publish" }).click();
    await this.app.getByRole("heading", { name: "What changes for shoppers" }).waitFor();
    if (whom !== "Everyone") {
      // Polaris draws its own button over the browser's.
      await this.app.getByLabel("A share of shoppers first").press("Space");
      await this.app.getByRole("textbox", { name: "Share of shoppers" }).fill(String(whom.percent));
    }
    await this.app.getByRole("button", { name: "Publish", exact: true }).click();
    await this.page.getByText(/^Published: /).waitFor();
  }

  /** The app's Orders, read again until the row of the order says all of it, as a merchant would reload. */
  async orderRow(name: string, ...says: (string | RegExp)[]): Promise<Locator> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      await this.open("/app/orders");
      const row = this.app.getByRole("row").filter({ hasText: name });
      const text = (await row.count()) > 0 ? await row.first().innerText() : "";
      if (says.every((part) => (typeof part === "string" ? text.includes(part) : part.test(text)))) return row.first();
      if (Date.now() > deadline) throw new Error(`order ${name} says "${text}", not ${says.join(" and ")}`);
      await this.page.waitForTimeout(500);
    }
  }

  /** In Shopify's own pages: gives back so many pieces of a line. */
  async refund(order: string, line: string, quantity: number): Promise<void> {
    await this.openStoreOrder(order);
    await this.page.getByLabel(`Refund how many of ${line}`).fill(String(quantity));
    await this.page.getByRole("button", { name: "Refund chosen items" }).click();
    await this.page.getByText("refunded").first().waitFor();
  }

  /** In Shopify's own settings: whether its Admin API answers the app. */
  async turnShopify(to: "Answer" | "Stop answering"): Promise<void> {
    await this.page.goto(`${this.#adminUrl}/store/encore-demo/settings`);
    await this.page.getByRole("button", { name: to, exact: true }).click();
    await this.page
      .getByText(to === "Answer" ? "Shopify answers the app" : "Shopify does not answer the app")
      .waitFor();
  }

  async openStoreOrder(order: string): Promise<void> {
    await this.page.goto(`${this.#adminUrl}/store/encore-demo/orders`);
    await this.page.getByRole("link", { name: order, exact: true }).click();
    await this.page.getByRole("heading", { name: order, exact: true }).waitFor();
  }

  /** In Shopify's own pages: a new price for a product without choices, "14.75". */
  async setPrice(title: string, price: string): Promise<void> {
    await this.#findProduct(title);
    const form = this.page.locator("form.variant").filter({ has: this.page.getByLabel(`Price of ${title}`) });
    await form.getByLabel(`Price of ${title}`).fill(price);
    await form.getByRole("button", { name: "Save" }).click();
    await this.page.locator(".banner[role=status]").waitFor();
  }

  /** In Shopify's own pages: so many pieces of a product without choices are left. */
  async setStock(title: string, pieces: number): Promise<void> {
    await this.#findProduct(title);
    const form = this.page.locator("form.variant").filter({ has: this.page.getByLabel(`Stock of ${title}`) });
    await form.getByLabel(`Stock of ${title}`).fill(String(pieces));
    await form.getByRole("button", { name: "Save" }).click();
    await this.page.locator(".banner[role=status]").waitFor();
  }

  async deleteProduct(title: string): Promise<void> {
    await this.#findProduct(title);
    this.page.once("dialog", (dialog) => void dialog.accept());
    await this.page.getByRole("button", { name: `Delete ${title}` }).click();
    await this.page.locator(".banner[role=status]").waitFor();
  }

  async #findProduct(title: string): Promise<void> {
    await this.page.goto(`${this.#adminUrl}/store/encore-demo/products?query=${encodeURIComponent(title)}`);
  }

  /** In Shopify’s own picker, which is open. */
  async pick(titles: readonly string[]): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    for (const title of titles) {
      await dialog.getByRole("searchbox").fill(title);
      const row = dialog.locator(".picker-row").filter({ hasText: title }).first();
      await row.locator("input").first().check();
    }
    await dialog.getByRole("button", { name: /^(Select|Add)$/ }).click();
    await dialog.waitFor({ state: "detached" });
  }
}

/** What a box is called by its label. */
function nameOf(box: Locator): Promise<string> {
  return box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent?.trim() ?? "");
}
