import type { Page } from "playwright-core";
import type { ProductId } from "#app/core/values/ids.ts";

/** Whose order it is and what pays it: a card, or what `#paymentMethod` names, "paypal". */
export interface Payer {
  readonly card?: string;
  readonly email?: string;
  readonly method?: string;
}

/** Milliseconds: longer than a block waits between two questions, or takes to draw what it was answered. */
const QUIET_FOR = 2_000;

/** What a shopper does in the store, in English or in German. */
export class Shopper {
  readonly page: Page;
  readonly #storeUrl: string;
  #askedAt = Date.now();

  constructor(page: Page, storeUrl: string) {
    this.page = page;
    this.#storeUrl = storeUrl;
    page.on("request", () => {
      this.#askedAt = Date.now();
    });
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
  async checkOut(who: Payer = {}): Promise<void> {
    await this.visit("/cart");
    await this.page.getByRole("button", { name: /^(Checkout|Zur Kasse)$/ }).click();
    await this.fillCheckout(who);
  }

  /** On the page of a checkout: Ada, where she lives, and how she pays. */
  async fillCheckout({ card = "1", email = "ada@example.com", method }: Payer = {}): Promise<void> {
    await this.fill("email", email);
    // What is downloaded is sent nowhere.
    if (await this.page.locator("#address1").isVisible()) await this.#fillAddress();
    if (method) await this.page.locator("#paymentMethod").selectOption(method);
    else await this.payWith(card);
  }

  async #fillAddress(): Promise<void> {
    await this.fill("firstName", "Ada");
    await this.fill("lastName", "Teacup");
    await this.fill("address1", "12 Saucer Row");
    await this.fill("city", "London");
    await this.fill("zip", "N1 7AA");
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

  /** Takes a link that opens a tab of its own, and goes on there. */
  async followsInNewTab(link: string): Promise<Shopper> {
    const opening = this.page.context().waitForEvent("page");
    await this.page.getByRole("link", { name: link }).click();
    const opened = await opening;
    opened.setDefaultTimeout(15_000);
    await opened.waitForLoadState();
    return new Shopper(opened, this.#storeUrl);
  }

  /**
   * The page and its blocks have asked for nothing for two seconds, as they do once they have said all they have to say.
   * Not Playwright's "networkidle": a call that a block gave up never ends for it, so that it can wait for good.
   */
  async hasSettled(): Promise<void> {
    await this.page.waitForLoadState();
    this.#askedAt = Date.now();
    while (Date.now() - this.#askedAt < QUIET_FOR) await this.page.waitForTimeout(100);
  }

  /** The status page of the order whose thank-you page this was. */
  async comesBack(): Promise<void> {
    const token = /checkouts\/([^/]+)/.exec(this.page.url())?.[1];
    await this.visit(`/orders/${token}`);
  }

  /** What Shopify calls the product, "8040000000001". */
  async productId(handle: string): Promise<ProductId> {
    const product = (await (await this.page.request.get(`${this.#storeUrl}/products/${handle}.js`)).json()) as {
      id: number;
    };
    return String(product.id) as ProductId;
  }

  /** In a language and a currency of the shop. */
  async chooses({ language, currency }: { readonly language: string; readonly currency: string }): Promise<void> {
    await this.visit("/");
    await this.page.locator(`button[name="language"][value="${language}"]`).first().click();
    await this.page.locator("#market-currency").selectOption(currency);
    await this.page.locator("form.market button").click();
    await this.page.waitForLoadState();
  }

  async fill(name: string, value: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).fill(value);
  }
}
