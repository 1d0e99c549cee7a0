import { randomUUID } from "node:crypto";
import { createSigner } from "fast-jwt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, type OpenShop, openShop } from "./open-shop.ts";

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const CAKESTAND = "regency-cakestand-3-tier";

async function page(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${shop.url}${path}`, { headers, redirect: "manual" });
  return { status: response.status, text: await response.text() };
}

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${shop.url}${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { status: response.status, location: response.headers.get("location"), cookie };
}

function cakestand() {
  const variant = shop.store.productByHandle(CAKESTAND)?.variants[0];
  if (!variant) throw new Error("the shop has no cakestand");
  return variant;
}

describe("a shopper who looks around", () => {
  test.each(["/", "/collections/all", "/collections/christmas", `/products/${CAKESTAND}`, "/cart", "/search?q=bag"])(
    "finds a page at %s",
    async (path) => {
      const { status, text } = await page(path);
      expect(status).toBe(200);
      expect(text).toContain("<h1");
    },
  );

  test.each(["/nowhere", "/products/none", "/collections/none", "/orders/none", "/checkouts/0", "/pictures/none.svg"])(
    "is told that there is nothing at %s",
    async (path) => {
      expect((await page(path)).status).toBe(404);
    },
  );

  test("reads the shop in German when the browser asks for it, and in what was chosen from then on", async () => {
    expect((await page("/", { "Accept-Language": "de-AT,de;q=0.9" })).text).toContain("Unsere Regale");
    const { cookie } = await post("/language", { language: "en", back: "/cart" });
    expect((await page("/", { "Accept-Language": "de-AT", Cookie: cookie })).text).toContain("Our shelves");
  });

  test("is not led to another site by the choice of a language", async () => {
    expect((await post("/language", { language: "de", back: "//evil.example" })).location).toBe("/");
  });

  test("sees what was searched for as text, never as markup", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain("<script>alert");
  });

  test("sees prices as they are now", async () => {
    shop.store.setPrice(cakestand().id, 999);
    expect((await page(`/products/${CAKESTAND}`)).text).toContain("£9.99");
    shop.store.setPrice(cakestand().id, 1275);
  });

  test.each([
    ["retrospot", "Retrospot"],
    ["staff-picks", "Staff Picks"],
    ["gift-cards", "Gift Cards"],
  ])("finds the collection %s by its address", async (handle, title) => {
    const { status, text } = await page(`/collections/${handle}`);
    expect(status).toBe(200);
    expect(text).toContain(`<h1>${title}</h1>`);
  });

  test("is told that something is sold by subscription only, and cannot put it into the cart", async () => {
    const tea = shop.store.productByHandle("tea-of-the-month");
    const { text } = await page("/products/tea-of-the-month");
    expect(text).toContain("By subscription only");
    expect(text).not.toContain('<form class="buy"');
    expect((await post("/cart/add", { id: String(tea?.variants[0]?.id), quantity: "1" })).cookie).toBe("");
  });

  test("sees what a bundle is made of", async () => {
    const { text } = await page("/products/afternoon-tea-bundle");
    expect(text).toMatch(/2 × <a href="\/products\/regency-teacup-and-saucer">/);
  });

  test("gets a picture of each variant", async () => {
    const [pink] = shop.store.productByHandle("alarm-clock-bakelike")?.variants.filter((v) => v.title === "Pink") ?? [];
    const response = await fetch(`${shop.url}/pictures/alarm-clock-bakelike/${pink?.id}.svg`);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(await response.text()).toContain("#ea9ab0");
  });
});

describe("the cart", () => {
  test("takes no more than there are, and says so", async () => {
    const { id, stock } = cakestand();
    const { location, cookie } = await post("/cart/add", { id: String(id), quantity: String(stock + 5) });
    const cart = shop.store.cart(cookie.split("=")[1] ?? "");
    expect(cart?.lines).toMatchObject([{ variantId: id, quantity: stock }]);
    expect((await page(location ?? "")).text).toContain("your cart has all there are");
  });

  test("lets nobody to the checkout with more than is left since", async () => {
    const { id, stock } = cakestand();
    const { cookie } = await post("/cart/add", { id: String(id), quantity: String(stock) });
    shop.store.setStock(id, stock - 1);
    const { text } = await page("/cart", { Cookie: cookie });
    shop.store.setStock(id, stock);
    expect(text).toContain(`Only ${stock - 1} left`);
    expect(text).toMatch(/<button class="button wide" type="submit" disabled/);
  });

  test.each(["", "nonsense", "1x1_2x2", "44111270554465x", "-1x5", "99999999999999999999x1"])(
    "of an unreadable cookie (%s) is empty",
    async (value) => {
      const { status, text } = await page("/cart", { Cookie: `encore_store_cart=${value}` });
      expect(status).toBe(200);
      expect(text).toContain("Your cart is empty");
    },
  );

  test("is changed by the shop's own pages only", async () => {
    const foreign = { Origin: "https://evil.example" };
    expect((await post("/cart/add", { id: String(cakestand().id) }, foreign)).status).toBe(403);
    expect((await post("/cart/add", { id: String(cakestand().id) }, { Origin: shop.url })).status).toBe(303);
  });

  test("refuses a form of more than 64 KB", async () => {
    expect((await post("/cart/add", { id: "1".repeat(70_000) })).status).toBe(413);
  });
});

describe("what the post-purchase page relays", () => {
  test("is a JSON object of at most 64 KB", async () => {
    const { token } = shop.store.openCheckout([{ variantId: cakestand().id, quantity: 1 }]);
    const send = async (body: string) =>
      (await fetch(`${shop.url}/checkouts/${token}/post-purchase/calculate`, { method: "POST", body })).status;
    expect(await send("{")).toBe(400);
    expect(await send("[]")).toBe(400);
    expect(await send(JSON.stringify({ changeset: "x".repeat(70_000) }))).toBe(413);
    expect(await send(JSON.stringify({ changeset: "no token" }))).toBe(200);
  });
});

describe("an order", () => {
  /** Paid with this card, then a cakestand added to it with 15 % off. */
  async function cakestandAdded(card: string) {
    const { id } = cakestand();
    const [teacup] = shop.store.productByHandle("regency-teacup-and-saucer")?.variants ?? [];
    const { token } = shop.store.openCheckout([{ variantId: teacup?.id ?? 0, quantity: 1 }]);
    const address = { firstName: "Ada <b>", lastName: "Teacup", address1: "12 Row", city: "Bath", zip: "BA1" };
    shop.store.updateCheckout(token, { email: "ada@example.com", address });
    await shop.store.pay(token, { kind: "card", number: card });
    const discount = { value: 15, valueType: "percentage", title: "Second sale" };
    const changes = [{ type: "add_variant", variantId: id, quantity: 1, discount }];
    const sign = createSigner({ key: CLIENT_SECRET });
    const iat = Math.ceil(Date.now() / 1000);
    const signed = sign({ iss: CLIENT_ID, sub: token, iat, jti: randomUUID(), changes });
    return { token, id, status: (await shop.store.applyChangeset(token, signed)).status };
  }

  test("tells what was bought, what was added after the payment, and what was refunded", async () => {
    const { token, id, status } = await cakestandAdded("1");
    expect(status).toBe("processed");

    const { text } = await page(`/checkouts/${token}/thank-you`);
    const [before, after] = text.split("Added after payment");
    expect(before).toContain("Regency Teacup and Saucer");
    expect(after).toContain("Regency Cakestand 3 Tier");
    expect(after).toMatch(/Second sale.*£12\.75.*£10\.84/s);
    expect(text).not.toContain("Ada <b>");

    const order = shop.store.orderByCheckout(token);
    const added = order?.lines.find((line) => line.variantId === id);
    shop.store.refund(order?.id ?? 0, [{ lineId: added?.id ?? 0, quantity: 1 }]);
    const statusPage = (await page(`/orders/${token}`)).text;
    expect(statusPage).toContain("Partly refunded");
    expect(statusPage).toContain("1 × Regency Cakestand 3 Tier");
    expect(statusPage).toContain("£13.01");
  });

  test("is not called paid while the charge for what was added has failed", async () => {
    const { token, status } = await cakestandAdded("12");
    expect(status).toBe("partially_processed");
    const { text } = await page(`/orders/${token}`);
    expect(text).toContain('<span class="tag">Partly paid</span>');
    expect(text).toMatch(/Still to be paid<\/span><span>£13\.01/);
  });
});
