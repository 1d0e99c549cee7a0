import { describe, expect, test } from "vitest";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { offersOnPages, purchaseOf } from "./offers-on-pages.ts";
import { API_KEY, pageToken, signedToken, someClaims } from "./post-purchase-token.ts";
import { sessionClaims, somePurchaseBody } from "./surface-asker.ts";

const { asker } = await offersOnPages();

describe("who may ask", () => {
  const asking = (claims: Readonly<Record<string, unknown>>) =>
    asker.ask("decide", { surface: "thank-you", ...purchaseOf("who-may-ask") }, claims);

  test("a checkout's own token, its shop with or without https, a customer or none", async () => {
    for (const claims of [
      {},
      { dest: `https://${DEMO_SHOP}` },
      { dest: DEMO_SHOP.toUpperCase() },
      { sub: "gid://shopify/Customer/7001" },
      { nbf: undefined },
    ]) {
      expect([claims, (await asking(claims)).status]).toEqual([claims, 200]);
    }
  });

  test.each([
    ["another app's", { aud: "another" }, "wrong-audience"],
    ["one without an audience", { aud: undefined }, "wrong-audience"],
    ["another host's", { dest: "shop.example.com" }, "wrong-shop"],
    ["one that only ends like a shop", { dest: `https://evil.example/${DEMO_SHOP}` }, "wrong-shop"],
    ["one that has expired", { exp: NOON / 1000 - 11 }, "expired"],
    ["one that never expires", { exp: undefined }, "bad-time"],
    ["one of later", { nbf: NOON / 1000 + 11 }, "from-the-future"],
    ["the admin's", { iss: `https://${DEMO_SHOP}/admin`, sub: "42", sid: "s" }, "wrong-kind"],
    ["one whose subject is a member of staff", { sub: "42" }, "wrong-subject"],
    ["one whose subject is a product", { sub: "gid://shopify/Product/1" }, "wrong-subject"],
    ["one with a purchase in it", { input_data: {} }, "wrong-kind"],
    ["a changeset of our own", { iss: API_KEY, changes: [] }, "wrong-kind"],
  ])("not %s", async (_title, claims, code) => {
    expect(await asking(claims)).toMatchObject({ status: 401, body: { error: { code } } });
  });

  test("not one that was signed otherwise, nor the post-purchase page's, nor none", async () => {
    const body = { surface: "thank-you", ...purchaseOf("who-may-ask") };
    const post = (headers: Readonly<Record<string, string>>) => asker.post("/api/v1/offers/decide", headers, body);
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    const claims = sessionClaims(NOON);
    for (const [headers, code] of [
      [{}, "no-token"],
      [bearer("a.b.c"), "bad-signature"],
      [bearer(signedToken(claims, { secret: "another" })), "bad-signature"],
      [bearer(signedToken(claims, { signature: "none", header: { alg: "none" } })), "bad-signature"],
      [bearer(signedToken(claims, { header: { alg: "HS256", kid: "1" } })), "bad-signature"],
      [bearer(pageToken(NOON)), "wrong-audience"],
      [bearer(signedToken(someClaims(NOON, { ...claims, iss: "shopify" }))), "wrong-kind"],
    ] as const) {
      const answer = await post(headers);
      expect([code, answer]).toMatchObject([code, { status: 401, body: { error: { code } } }]);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  test("not a shop that hasn't the app", async () => {
    const dest = "elsewhere.myshopify.com";
    await expect.poll(async () => (await asking({ dest })).status).toBe(401);
  });

  test("amounts in two currencies, a surface that is not one of these and a body that is no purchase are refused", async () => {
    const total = { minor: 100, currency: "EUR" };
    for (const body of [
      { surface: "thank-you", purchase: somePurchaseBody({ total }) },
      { surface: "post-purchase" },
      { surface: "cart" },
      { surface: "thank-you", purchase: {} },
    ]) {
      expect(await asker.ask("decide", body)).toMatchObject({
        status: 400,
        body: { error: { code: "wrong-content" } },
      });
    }
  });
});
