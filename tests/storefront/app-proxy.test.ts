import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLIENT_SECRET, type OpenShop, openShop } from "./open-shop.ts";

let shop: OpenShop;
let app: Server;
let asked: { readonly url: URL; readonly headers: IncomingMessage["headers"]; readonly body: string };
beforeAll(async () => {
  app = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://app");
    asked = { url, headers: request.headers, body: Buffer.concat(chunks).toString() };
    response.writeHead(201, { "Content-Type": "application/json", "Set-Cookie": "app=1", "X-App": "yes" });
    response.end('{"kind":"nothing"}');
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  shop = await openShop({ appPort: (app.address() as AddressInfo).port });
});
afterAll(async () => {
  await shop.close();
  app.close();
});

test("what the shop's own address is asked reaches the app, signed, without cookies either way", async () => {
  const response = await fetch(`${shop.url}/apps/encore/cart/decide?b=2&a=1&b=3&shop=evil.myshopify.com`, {
    method: "POST",
    headers: { Cookie: "encore_store_cart=x", "Content-Type": "application/json", Origin: shop.url },
    body: '{"purchase":1}',
  });
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('{"kind":"nothing"}');
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(asked.url.pathname).toBe("/proxy/cart/decide");
  expect(asked.body).toBe('{"purchase":1}');
  expect(asked.headers).not.toHaveProperty("cookie");
  expect(asked.headers["x-forwarded-host"]).toBe("encore-demo.myshopify.com");
  const query = asked.url.searchParams;
  expect(query.getAll("shop")).toEqual(["encore-demo.myshopify.com"]);
  expect(query.get("path_prefix")).toBe("/apps/encore");
  expect(query.get("logged_in_customer_id")).toBe("");
  expect(Math.abs(Number(query.get("timestamp")) - Date.now() / 1000)).toBeLessThan(5);
  const pairs = [...new Set(query.keys())].filter((name) => name !== "signature");
  const text = pairs.map((name) => `${name}=${query.getAll(name).join(",")}`).sort();
  expect(query.get("signature")).toBe(createHmac("sha256", CLIENT_SECRET).update(text.join("")).digest("hex"));
});

test("a customer who is signed in is named to the app", async () => {
  const customer = shop.store.createCustomer({ email: "ada@example.com", firstName: "Ada", lastName: "T" });
  const session = shop.store.signIn("ada@example.com");
  await fetch(`${shop.url}/apps/encore/`, { headers: { Cookie: `encore_store_account=${session}` } });
  expect(asked.url.searchParams.get("logged_in_customer_id")).toBe(String(customer?.id));
});

test("the app's failure and its absence are the proxy's answers, and nothing is forwarded without an installed app", async () => {
  shop.store.dials.proxyAnswers = "error";
  expect((await fetch(`${shop.url}/apps/encore/x`)).status).toBe(500);
  shop.store.dials.proxyAnswers = "well";
  shop.store.uninstallApp();
  expect((await fetch(`${shop.url}/apps/encore/x`)).status).toBe(404);
  shop.store.installApp();
  const away = await openShop({ appPort: 9 });
  expect((await fetch(`${away.url}/apps/encore/x`)).status).toBe(502);
  await away.close();
});
