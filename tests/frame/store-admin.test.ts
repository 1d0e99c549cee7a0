import { randomUUID } from "node:crypto";
import { createSigner } from "fast-jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, openStage, type Stage } from "./stage.ts";

let stage: Stage;
let base: string;

beforeAll(async () => {
  stage = await openStage();
  base = `${stage.adminUrl}/store/encore-demo`;
});
afterAll(() => stage.close());

const read = async (path: string) => (await fetch(base + path)).text();
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });

async function placeOrder({ email = "mia@example.com", card = "1" } = {}) {
  const [variant] = stage.store.products()[0]?.variants ?? [];
  const { token } = stage.store.openCheckout([{ variantId: variant?.id ?? 0, quantity: 3 }]);
  const address = { firstName: "Mia", lastName: "Fox", address1: "1 High Street", city: "London", zip: "N1 1AA" };
  stage.store.updateCheckout(token, { email, country: "GB", address });
  await stage.store.pay(token, { kind: "card", number: card });
  const order = stage.store.orderByCheckout(token);
  if (!order) throw new Error("the payment made no order");
  return order;
}

test("an order on the list opens with its lines, what was paid, and the hold for the offer", async () => {
  const order = await placeOrder();
  expect(await read("/orders")).toContain(`href="/store/encore-demo/orders/${order.id}"`);
  const page = await read(`/orders/${order.id}`);
  for (const text of [order.name, order.lines[0]?.title ?? "?", "On hold", "mia@example.com", "1 High Street"]) {
    expect(page).toContain(text);
  }
});

test("refunding one of three pieces gives its money back and says so", async () => {
  const order = await placeOrder();
  const [line] = order.lines;
  const answer = await send(`/orders/${order.id}/refund`, { [`line-${line?.id}`]: "1" });
  expect(answer.status).toBe(303);
  expect(stage.store.order(order.id)?.lines[0]?.currentQuantity).toBe(2);
  expect(decodeURIComponent(answer.headers.get("location") ?? "")).toContain("1+piece+refunded:");
  expect(await read(`/orders/${order.id}`)).toContain("Partly refunded");
});

test("a refund of nothing changes nothing and says why", async () => {
  const order = await placeOrder();
  const answer = await send(`/orders/${order.id}/refund`, { [`line-${order.lines[0]?.id}`]: "0" });
  expect(answer.headers.get("location")).toContain("Nothing+was+refunded");
  expect(stage.store.order(order.id)?.refunds).toHaveLength(0);
});

test("an order whose charge for what was added failed is partly paid", async () => {
  const order = await placeOrder({ card: "12" });
  const token = order.checkoutToken;
  const changes = [{ type: "add_variant", variantId: order.lines[0]?.variantId, quantity: 1 }];
  const claims = { iss: CLIENT_ID, sub: token, iat: Math.ceil(Date.now() / 1000), jti: randomUUID(), changes };
  const applied = await stage.store.applyChangeset(token, createSigner({ key: CLIENT_SECRET })(claims));
  expect(applied.status).toBe("partially_processed");
  expect(await read(`/orders/${order.id}`)).toContain("Partly paid");
  expect(await read("/orders")).toContain("Partly paid");
});

test("a cancelled order is refunded whole", async () => {
  const order = await placeOrder();
  await send(`/orders/${order.id}/cancel`, {});
  const page = await read(`/orders/${order.id}`);
  expect(page).toContain("Cancelled");
  expect(page).toContain("Refunded");
});

test("price and stock are changed where they stand; what is no price changes nothing", async () => {
  const [variant] = stage.store.products()[1]?.variants ?? [];
  await send(`/variants/${variant?.id}`, { price: "9.99", stock: "4" });
  expect(stage.store.variant(variant?.id ?? 0)?.variant).toMatchObject({ priceMinor: 999, stock: 4 });
  await send(`/variants/${variant?.id}`, { price: "9.999", stock: "4" });
  await send(`/variants/${variant?.id}`, { price: "5.00", stock: "-1" });
  expect(stage.store.variant(variant?.id ?? 0)?.variant).toMatchObject({ priceMinor: 999, stock: 4 });
});

test("a cost is written beside the price, emptied, or left alone; what is no cost changes nothing", async () => {
  const [variant] = stage.store.products()[2]?.variants ?? [];
  const id = variant?.id ?? 0;
  const known = () => stage.store.variant(id)?.variant.costMinor;
  await send(`/variants/${id}`, { price: "2.00", stock: "4", cost: "0.85" });
  expect(known()).toBe(85);
  await send(`/variants/${id}`, { price: "2.00", stock: "4", cost: "a lot" });
  await send(`/variants/${id}`, { price: "2.00", stock: "4" });
  expect(known()).toBe(85);
  await send(`/variants/${id}`, { price: "2.00", stock: "4", cost: "" });
  expect(known()).toBeNull();
});

test("a product's tags are edited on the list, and a new product is added to it", async () => {
  const [product] = stage.store.products();
  await send(`/products/${product?.id}/tags`, { tags: "heart, <b>new</b>, Heart" });
  expect(product?.tags).toEqual(["heart", "<b>new</b>"]);
  expect(await read("/products")).not.toContain("<b>new</b>");
  await send("/products/new", { title: "Egg Timer", type: "Decoration", tags: "kitchen", price: "4.50", stock: "7" });
  expect(stage.store.productByHandle("egg-timer")).toMatchObject({ type: "Decoration", tags: ["kitchen"] });
  const refused = await send("/products/new", { title: "Egg Timer", price: "free", stock: "7" });
  expect(refused.headers.get("location")).toContain("Nothing+was+added");
  stage.store.deleteProduct(stage.store.productByHandle("egg-timer")?.id ?? 0);
});

test("a customer is listed with orders and spending, and the tags are edited there", async () => {
  const { customerId } = await placeOrder({ email: "tags@example.com" });
  expect(await read("/customers")).toMatch(/tags@example\.com.*1 order.*£/s);
  await send(`/customers/${customerId}/tags`, { tags: "vip, wholesale" });
  expect(stage.store.customers().find(({ id }) => id === customerId)?.tags).toEqual(["vip", "wholesale"]);
  const kept = await send(`/customers/${customerId}/delete`, {});
  expect(decodeURIComponent(kept.headers.get("location") ?? "")).toContain("bought+something+stays");
});

test("a customer who has bought nothing yet is added and deleted", async () => {
  await send("/customers/new", { email: "new@example.com", firstName: "Nia" });
  const added = stage.store.customers().find(({ email }) => email === "new@example.com");
  await send(`/customers/${added?.id}/delete`, {});
  expect(stage.store.customers()).not.toContain(added);
});

test("a collection is made, filled by hand, renamed and deleted", async () => {
  const made = await send("/collections/new", { title: "Window", by: "manual" });
  const id = Number(/collections\/(\d+)/.exec(made.headers.get("location") ?? "")?.[1]);
  const [one, two] = stage.store.products();
  await send(`/collections/${id}/add`, { product: String(one?.id) });
  await send(`/collections/${id}/add`, { product: String(two?.id) });
  await send(`/collections/${id}/remove`, { product: String(one?.id) });
  await send(`/collections/${id}/title`, { title: "Shop window" });
  const page = await read(`/collections/${id}`);
  expect(page).toContain("<h1>Shop window</h1>");
  expect(page).toContain(`Take ${two?.title.replace("'", "&#39;")} out`);
  await send(`/collections/${id}/delete`, {});
  expect((await fetch(`${base}/collections/${id}`)).status).toBe(404);
});

test("a collection by tag fills itself; one without title or tag is not made", async () => {
  await send("/collections/new", { title: "Paisley", by: "tag", is: "paisley" });
  const collection = stage.store.collections().find(({ title }) => title === "Paisley");
  expect(collection && stage.store.productsIn(collection).length).toBeGreaterThan(5);
  const refused = await send("/collections/new", { title: "Nothing", by: "tag", is: "" });
  expect(refused.headers.get("location")).toContain("Nothing+was+added");
});

test("products are found by words and SKU, and a deleted one is gone", async () => {
  const product = stage.store.products().at(-1);
  const sku = product?.variants[0]?.sku ?? "?";
  const path = `/products?query=${encodeURIComponent(sku)}`;
  expect(await read(path)).toContain(`/products/${product?.id}/delete`);
  await send(`/products/${product?.id}/delete`, {});
  expect(stage.store.product(product?.id ?? 0)).toBeUndefined();
  expect(await read(path)).not.toContain(`/products/${product?.id}/delete`);
});

test("what a shopper typed is shown, never run", async () => {
  const order = await placeOrder({ email: '"><script>alert(1)</script>@example.com' });
  const page = await read(`/orders/${order.id}`);
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("&#60;script&#62;alert(1)");
});

test("another site's form is refused, and another host name is sent to the right one", async () => {
  const order = await placeOrder();
  const foreign = await send(`/orders/${order.id}/cancel`, {}, { Origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
  expect(stage.store.order(order.id)?.cancelledAt).toBeUndefined();
  const rebound = await fetch(`${base}/orders`, {
    headers: { "X-Forwarded-Host": "evil.example" },
    redirect: "manual",
  });
  expect(rebound.headers.get("location")).toBe(`${base}/orders`);
});

test("no other site may frame the admin", async () => {
  expect((await fetch(`${base}/orders`)).headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
});

test("unknown orders and pages are not found", async () => {
  expect((await fetch(`${base}/orders/1`)).status).toBe(404);
  expect((await fetch(`${base}/themes`)).status).toBe(404);
});
