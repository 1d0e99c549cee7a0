import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenShop, openShop } from "./open-shop.ts";

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A browser without a window: keeps the shop's cookies. */
let cookies = new Map<string, string>();
beforeEach(() => {
  cookies = new Map();
});

async function ask(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(shop.url + path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(typeof body === "object" && !(body instanceof FormData) && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    redirect: "manual",
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    text,
    json: isJson ? JSON.parse(text) : undefined,
    location: response.headers.get("location"),
  };
}

const CAKESTAND = "regency-cakestand-3-tier";
function variantOf(handle: string) {
  const variant = shop.store.productByHandle(handle)?.variants[0];
  if (!variant) throw new Error(`the shop has no ${handle}`);
  return variant;
}
const cakestand = () => variantOf(CAKESTAND);

describe("the cart that scripts see", () => {
  test("is empty at first and keeps its token", async () => {
    const first = (await ask("/cart.js")).json;
    expect(first).toMatchObject({ item_count: 0, items: [], currency: "GBP", total_price: 0 });
    expect((await ask("/cart.js")).json.token).toBe(first.token);
  });

  test("has what was added, with its properties, prices in hundredths and a key of its own", async () => {
    const { id } = cakestand();
    const added = await ask("/cart/add.js", {
      items: [{ id, quantity: 2, properties: { _encore: "1 cart", Note: "hi" } }],
    });
    expect(added.json.items).toMatchObject([{ variant_id: id, quantity: 2, final_line_price: 2550 }]);
    const cart = (await ask("/cart.js")).json;
    expect(cart.items[0]).toMatchObject({
      price: 1275,
      properties: { _encore: "1 cart", Note: "hi" },
      variant_title: null,
    });
    expect(cart.items[0].key).toMatch(new RegExp(`^${id}:`));
    expect((await ask("/cart")).text).not.toContain("_encore");
    expect((await ask("/cart")).text).toContain("Note: hi");
  });

  test("takes one line as a form, as a theme's product page sends it", async () => {
    const form = new FormData();
    form.set("id", String(cakestand().id));
    form.set("quantity", "3");
    form.set("properties[_x]", "y");
    const { json } = await ask("/cart/add", form, { Accept: "application/javascript" });
    expect(json).toMatchObject({ quantity: 3, properties: { _x: "y" } });
  });

  test("refuses with 422 and in words what is sold out or more than there is, and stays as it was", async () => {
    const { id, stock } = cakestand();
    const refused = await ask("/cart/add.js", { items: [{ id, quantity: stock + 1 }] });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ status: 422 });
    expect(refused.json.description).not.toBe("");
    expect((await ask("/cart.js")).json.item_count).toBe(0);
    await ask("/cart/add.js", { items: [{ id, quantity: 1 }] });
    expect((await ask("/cart/change.js", { line: 1, quantity: stock + 1 })).status).toBe(422);
    expect((await ask("/cart.js")).json.item_count).toBe(1);
  });

  test("knows nothing of a variant that nobody sells", async () => {
    expect((await ask("/cart/add.js", { items: [{ id: 1, quantity: 1 }] })).status).toBe(404);
  });

  test("changes a line by its place, its key and its variant, and takes it out at none", async () => {
    const { id } = cakestand();
    await ask("/cart/add.js", { items: [{ id, quantity: 1 }] });
    expect((await ask("/cart/change.js", { line: 1, quantity: 3 })).json.item_count).toBe(3);
    const { key } = (await ask("/cart.js")).json.items[0];
    expect((await ask("/cart/change.js", { id: key, quantity: 2 })).json.item_count).toBe(2);
    expect((await ask("/cart/update.js", { updates: { [id]: 4 } })).json.item_count).toBe(4);
    expect((await ask("/cart/update.js", { updates: [1] })).json.item_count).toBe(1);
    expect((await ask("/cart/change.js", { id: key, quantity: 0 })).json.items).toEqual([]);
    expect((await ask("/cart/change.js", { id: "none", quantity: 1 })).status).toBe(400);
  });

  test("keeps attributes, a note and codes, and says which codes do something", async () => {
    shop.store.createDiscount({
      title: "Ten off",
      code: "TEN",
      what: { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.1 } },
    });
    await ask("/cart/add.js", { items: [{ id: cakestand().id, quantity: 1 }] });
    const sent = { attributes: { _encore: "mark" }, note: "Ring twice", discount: "TEN,NONE" };
    const { json } = await ask("/cart/update.js", sent);
    expect(json).toMatchObject({ attributes: { _encore: "mark" }, note: "Ring twice", total_discount: 128 });
    expect(json.discount_codes).toEqual([
      { code: "TEN", applicable: true },
      { code: "NONE", applicable: false },
    ]);
    expect((await ask("/cart/update.js", { discount: "" })).json.discount_codes).toEqual([]);
  });

  test("brings up to five sections of the page as they are after the change, and null for one there is not", async () => {
    const sections = ["cart-drawer", "cart-icon-bubble", "none"];
    const { json } = await ask("/cart/add.js", { items: [{ id: cakestand().id, quantity: 2 }], sections });
    expect(json.sections["cart-icon-bubble"]).toContain('id="shopify-section-cart-icon-bubble"');
    expect(json.sections["cart-drawer"]).toContain("Regency Cakestand 3 Tier");
    expect(json.sections.none).toBeNull();
    const asked = await ask("/?sections=cart-icon-bubble,main-cart-items");
    expect(Object.keys(asked.json)).toEqual(["cart-icon-bubble", "main-cart-items"]);
    expect((await ask("/cart?section_id=main-cart-footer")).text).toContain('id="main-cart-footer"');
    expect((await ask("/cart?section_id=none")).status).toBe(404);
  });

  test("writes yen in hundredths too, and products in the shopper's currency", async () => {
    cookies.set("encore_store_market", "JP.JPY");
    await ask("/cart/add.js", { items: [{ id: cakestand().id, quantity: 1 }] });
    const { json } = await ask("/cart.js");
    expect(json.currency).toBe("JPY");
    expect(json.total_price % 100).toBe(0);
    const product = (await ask(`/products/${CAKESTAND}.js`)).json;
    expect(product.variants[0]).toMatchObject({ id: cakestand().id, price: json.total_price, available: true });
  });

  test("goes on to a checkout with everything in it", async () => {
    await ask("/cart/add.js", { items: [{ id: cakestand().id, quantity: 1, properties: { _encore: "mark" } }] });
    const response = await fetch(`${shop.url}/cart`, {
      method: "POST",
      headers: { Cookie: `encore_store_cart=${cookies.get("encore_store_cart")}` },
      body: new URLSearchParams({ "updates[]": "2", checkout: "1" }),
      redirect: "manual",
    });
    const token = response.headers.get("location")?.split("/")[2] ?? "";
    expect(shop.store.checkout(token)?.lines).toMatchObject([
      { quantity: 2, attributes: [{ key: "_encore", value: "mark" }] },
    ]);
  });

  test.each(["{", "[]", "x".repeat(300_000)])("refuses a body that can't be read", async (body) => {
    const response = await fetch(`${shop.url}/cart/add.js`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    expect(response.status).toBe(400);
  });
});

describe("a link into the shop", () => {
  const tokenOf = (location: string | null) => location?.split("/")[2] ?? "";

  test("opens a checkout of its own with lines, several codes and attributes, and leaves the cart alone", async () => {
    shop.store.createDiscount({
      title: "Five",
      code: "FIVE",
      what: { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.05 } },
    });
    const { id } = cakestand();
    await ask("/cart/add.js", { items: [{ id, quantity: 3 }] });
    const { location } = await ask(`/cart/${id}:1?discount=FIVE,SHIP&attributes[_encore]=1%20thank-you`);
    const checkout = shop.store.checkout(tokenOf(location));
    expect(checkout?.lines).toMatchObject([{ variantId: id, quantity: 1 }]);
    expect(checkout?.attributes).toEqual([{ key: "_encore", value: "1 thank-you" }]);
    expect(checkout?.codes.map(({ code }) => code)).toEqual(["FIVE", "SHIP"]);
    expect((await ask("/cart.js")).json.item_count).toBe(3);
  });

  test("of something that is not sold leads to the cart", async () => {
    expect((await ask("/cart/1:1")).location).toBe("/cart");
  });

  test("with a code puts it into the cart and goes where it says, on this shop only", async () => {
    expect((await ask("/discount/FIVE?redirect=/collections/all")).location).toBe("/collections/all");
    expect((await ask("/cart.js")).json.discount_codes).toMatchObject([{ code: "FIVE" }]);
    expect((await ask("/discount/FIVE?redirect=//evil.example")).location).toBe("/");
  });
});
