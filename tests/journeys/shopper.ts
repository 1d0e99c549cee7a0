import type { Page } from "playwright-core";

/** What a shopper does in the store, in English or in German. */
export class Shopper {
  readonly page: Page;
  readonly #storeUrl: string;

  constructor(page: Page, storeUrl: string) {
    this.page = page;
    this.#storeUrl = storeUrl;
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#storeUrl}${path}`);
  }

  async addToCart(handle: string, quantity = 1): Promise<void> {
    await this.visit(`/products/${handle}`);
    await this.page.locator("#quantity").fill(String(quantity));
    await this.page.locator("#add").click();
    await this.page.waitForLoadState();
  }

  /** What the forms of these products' pages send, without looking at each page. Needs a page of the store. */
  async addAllToCart(handles: readonly string[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      for (const handle of all) {
        const product = new DOMParser().parseFromString(await (await fetch(`/products/${handle}`)).text(), "text/html");
        const form = new FormData(product.querySelector<HTMLFormElement>("form.buy") ?? undefined);
        await fetch("/cart/add", { method: "POST", body: new URLSearchParams([...form] as [string, string][]) });
      }
    }, handles);
  }

  /** From the cart to a filled-in checkout. */
  async checkOut({ card = "1" }: { readonly card?: string } = {}): Promise<void> {
    await this.visit("/cart");
    await this.page.getByRole("button", { name: /^(Checkout|Zur Kasse)$/ }).click();
    await this.fillCheckout({ card });
  }

  /** On the page of a checkout: who Ada is, where she lives, and her card. */
  async fillCheckout({
    card = "1",
    email = "ada@example.com",
  }: {
    readonly card?: string;
    readonly email?: string;
  } = {}): Promise<void> {
    await this.fill("email", email);
    await this.fill("firstName", "Ada");
    await this.fill("lastName", "Teacup");
    await this.fill("address1", "12 Saucer Row");
    await this.fill("city", "London");
    await this.fill("zip", "N1 7AA");
    await this.payWith(card);
  }

  async payWith(card: string): Promise<void> {
    await this.fill("cardNumber", card);
    await this.fill("expiry", "12/30");
    await this.fill("cvv", "123");
    await this.fill("cardName", "Ada Teacup");
  }

  async pay(): Promise<void> {
    await this.page.locator("#pay").click();
  }

  /** Straight from the cart, by a wallet: Shopify shows no page after it. Answers the order's name. */
  async payByWallet(): Promise<string> {
    await this.visit("/cart");
    await this.page.getByRole("button", { name: /^(Checkout|Zur Kasse)$/ }).click();
    await this.page.locator("button.wallet").click();
    return this.reachesThankYou();
  }

  async reachesTheOffer(): Promise<void> {
    await this.page.waitForURL(/\/post-purchase$/);
    await this.page.getByRole("button", { name: / · .*\d/ }).waitFor();
  }

  /** The thank-you page; answers the order's name, "#1043", as its status page tells it. */
  async reachesThankYou(): Promise<string> {
    await this.page.waitForURL(/\/thank-you$/);
    const token = /checkouts\/([^/]+)/.exec(this.page.url())?.[1];
    const status = await this.page.request.get(`${this.#storeUrl}/orders/${token}`);
    const name = /#\d+/.exec(await status.text())?.[0];
    if (!name) throw new Error(`the order of ${this.page.url()} has no name`);
    return name;
  }

  async fill(name: string, value: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).fill(value);
  }
}
