import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readThemeExtensions } from "#sandbox/storefront/theme/theme-extension.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { type OpenShop, openShop } from "./open-shop.ts";

/** An app block for the cart's sections and an embed, as `shopify app deploy` takes them. */
const FILES: Readonly<Record<string, string>> = {
  "shopify.extension.toml": 'name = "Fries"\ntype = "theme"\n',
  "blocks/fries.liquid": `<p class="fries">{{ 'fries.ask' | t: count: cart.item_count, shop: shop.name }} {{ block.settings.words | escape }} {{ cart.total_price | money }} {% render 'country' %}</p>
{% schema %}{"name":"t:fries.name","target":"section","stylesheet":"fries.css","enabled_on":{"templates":["cart"]},
"settings":[{"type":"text","id":"words","label":"t:fries.words","default":"Fries & sauce"}]}{% endschema %}`,
  "blocks/everywhere.liquid": `<script type="application/json" id="everywhere">{{ localization.country.iso_code | json }}</script>
{% schema %}{"name":"Everywhere","target":"body","javascript":"everywhere.js","settings":[]}{% endschema %}`,
  "snippets/country.liquid": "<span>{{ localization.country.currency.iso_code }}</span>",
  "assets/fries.css": ".fries { color: green }",
  "assets/everywhere.js": "document.body.dataset.everywhere = 'yes';",
  "locales/en.default.json": JSON.stringify({
    fries: { ask: { one: "One piece at {{ shop }}?", other: "{{ count }} pieces?" } },
  }),
  "locales/fr.json": JSON.stringify({ fries: { ask: { one: "Une chose ?", other: "{{ count }} choses ?" } } }),
  "locales/en.default.schema.json": JSON.stringify({ fries: { name: "Fries", words: "Words" } }),
};

let shop: OpenShop;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "encore-theme-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, "fries", path, ".."), { recursive: true });
    writeFileSync(join(folder, "fries", path), text);
  }
  [shop, browser] = await Promise.all([openShop({ theme: readThemeExtensions(folder) }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const { id } of [...shop.store.placements()]) shop.store.removePlacement(id);
});

const cakestand = () => shop.store.productByHandle("regency-cakestand-3-tier")?.variants[0]?.id ?? 0;

async function visitor(options: Parameters<typeof newVisitor>[1] = {}): Promise<Page> {
  return (await newVisitor(browser, options)).newPage();
}

async function add(page: Page, quantity = 1): Promise<void> {
  await page.goto(`${shop.url}/collections/all`);
  await page.evaluate(
    (items) =>
      fetch("/cart/add.js", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ items }),
      }),
    [{ id: cakestand(), quantity }],
  );
}

describe("blocks of an app in the theme", () => {
  test("an app block stands where it was put, with words, money, settings and the page's currency", async () => {
    const { id } = shop.store.place({ extension: "fries", target: "fries", slot: "cart-footer" });
    const page = await visitor();
    await add(page);
    await page.goto(`${shop.url}/cart`);
    const fries = page.locator(".fries");
    expect((await fries.textContent())?.trim()).toBe("One piece at Penny & Plum? Fries & sauce £12.75 GBP");
    expect(await fries.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(0, 128, 0)");
    shop.store.saveSettings(id, { words: "<b>Now</b>" });
    await page.reload();
    expect(await fries.textContent()).toContain("<b>Now</b>");
    await page.goto(shop.url);
    expect(await fries.count()).toBe(0);
  });

  test("its words are the shopper's, and the extension's own where it has none of theirs", async () => {
    shop.store.place({ extension: "fries", target: "fries", slot: "cart-apps" });
    for (const [locale, words] of [
      ["fr-FR", "2 choses ?"],
      ["ja-JP", "2 pieces?"],
    ] as const) {
      const page = await visitor({ locale });
      await add(page, 2);
      await page.goto(`${shop.url}/cart`);
      expect(await page.locator(".fries").textContent()).toContain(words);
    }
  });

  test("a section asked for by the page's own id comes with its blocks, by its file's name without", async () => {
    shop.store.place({ extension: "fries", target: "fries", slot: "cart-footer" });
    const page = await visitor();
    await add(page);
    await page.goto(`${shop.url}/cart`);
    const id = (await page.locator("#main-cart-footer").getAttribute("data-id")) ?? "";
    const rendered = await page.evaluate(
      async (ids) => (await fetch(`/cart?sections=${ids}`)).json(),
      `${id},main-cart-footer`,
    );
    expect(rendered[id]).toContain('class="fries"');
    expect(rendered["main-cart-footer"]).not.toContain('class="fries"');
  });

  test("an embed is on every page once it is switched on, its script with it, and gone with the app", async () => {
    const page = await visitor();
    await page.goto(shop.url);
    expect(await page.locator("#everywhere").count()).toBe(0);
    shop.store.place({ extension: "fries", target: "everywhere", slot: "body" });
    await page.reload();
    expect(await page.locator("#everywhere").textContent()).toBe('"GB"');
    await page.locator('body[data-everywhere="yes"]').waitFor();
    shop.store.uninstallApp();
    await page.reload();
    expect(await page.locator("#everywhere").count()).toBe(0);
    shop.store.installApp();
  });

  test("serves the extension's files, and none beside them", async () => {
    const status = async (path: string) => (await fetch(`${shop.url}${path}`)).status;
    expect(await status("/assets/theme/fries/fries.css")).toBe(200);
    expect(await status("/assets/theme/fries/none.css")).toBe(404);
    expect(await status("/assets/theme/fries/..%2fshopify.extension.toml")).toBe(404);
  });

  test("an extension with a block that has no schema is refused", () => {
    const broken = mkdtempSync(join(tmpdir(), "encore-broken-theme-"));
    mkdirSync(join(broken, "x/blocks"), { recursive: true });
    writeFileSync(join(broken, "x/shopify.extension.toml"), 'type = "theme"');
    writeFileSync(join(broken, "x/blocks/none.liquid"), "<p>no schema</p>");
    expect(() => readThemeExtensions(broken)).toThrow("no schema");
    rmSync(broken, { recursive: true });
  });
});

describe("the cart beside the page", () => {
  test("is opened by the cart's link, changes quantities where it stands, and gives the focus back when it closes", async () => {
    const page = await visitor();
    await add(page);
    await page.goto(shop.url);
    await page.locator("#cart-icon-bubble").click();
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByRole("link", { name: "Regency Cakestand 3 Tier", exact: true }).waitFor();
    await drawer.getByLabel("Quantity of Regency Cakestand 3 Tier").fill("3");
    await drawer.getByLabel("Quantity of Regency Cakestand 3 Tier").blur();
    await drawer.getByText("£38.25").first().waitFor();
    expect(await page.locator("#cart-icon-bubble").textContent()).toContain("3");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("cart-icon-bubble");
  });

  test("opens when a tile's product is added, and says when there is none left", async () => {
    const page = await visitor();
    await page.goto(`${shop.url}/collections/all`);
    const tile = page.locator(".tile").filter({ hasText: "Regency Cakestand 3 Tier" });
    await tile.getByRole("button").click();
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByRole("link", { name: "Regency Cakestand 3 Tier", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    const { stock } = shop.store.variant(cakestand())?.variant ?? { stock: 0 };
    shop.store.setStock(cakestand(), 1);
    await tile.getByRole("button").click();
    await tile.locator(".problem").getByText(/./).waitFor();
    shop.store.setStock(cakestand(), stock);
  });

  test("on the cart page a quantity that there is not is refused beside its line", async () => {
    const page = await visitor();
    await add(page);
    await page.goto(`${shop.url}/cart`);
    await page.fill("#Quantity-1", "9000");
    await page.locator("#Quantity-1").blur();
    await page.locator("#Line-item-error-1").getByText(/./).waitFor();
    expect(await page.inputValue("#Quantity-1")).toBe("1");
    await page.getByRole("button", { name: "Remove Regency Cakestand 3 Tier" }).click();
    await page.getByText("Your cart is empty").first().waitFor();
  });

  test("follows the country and the currency that the shopper chooses", async () => {
    const page = await visitor();
    await add(page);
    await page.goto(`${shop.url}/cart`);
    await page.selectOption("#market-country", "JP");
    await page.selectOption("#market-currency", "JPY");
    await page.getByRole("button", { name: "Country and currency" }).click();
    await page.locator("#main-cart-footer").getByText(/[¥￥]/).first().waitFor();
    expect(
      await page.evaluate(
        () => (window as unknown as { Shopify: { currency: { active: string } } }).Shopify.currency.active,
      ),
    ).toBe("JPY");
  });
});
