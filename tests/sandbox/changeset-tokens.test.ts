import { randomUUID } from "node:crypto";
import { createSigner } from "fast-jwt";
import { expect, test } from "vitest";
import {
  buy,
  CAKESTAND_ROSE,
  CLIENT_ID,
  CLIENT_SECRET,
  cakestand,
  openDemoShop,
  signedChangeset,
} from "./demo-shop.ts";

const second = (at: number) => Math.floor(at / 1000);
test.each<[string, (now: number) => Record<string, unknown>]>([
  ["another issuer", () => ({ iss: "shopify" })],
  ["another purchase", () => ({ sub: "another-reference" })],
  ["no jti", () => ({ jti: undefined })],
  ["a jti that is no UUID", () => ({ jti: "1" })],
  ["no iat", () => ({ iat: undefined })],
  ["an iat before the purchase", (now) => ({ iat: second(now) - 1 })],
  ["an iat before the purchase in milliseconds", (now) => ({ iat: now - 1_000 })],
  ["an exp that is past", (now) => ({ exp: second(now) })],
  ["no changes", () => ({ changes: [] })],
  ["a change of an unknown type", () => ({ changes: [{ type: "add_money" }] })],
  ["a quantity of nothing", () => ({ changes: [cakestand({ quantity: 0 })] })],
  ["an unknown variant", () => ({ changes: [cakestand({ variantId: 999 })] })],
  [
    "a discount over 100 %",
    () => ({
      changes: [cakestand({ discount: { value: 101, valueType: "percentage", title: "Too good" } })],
    }),
  ],
])("a token with %s is refused and charges nothing", async (_, claims) => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const changeset = signedChangeset(shop, token, claims(shop.clock.now));
  for (const asked of [shop.store.calculateChangeset(token, changeset), shop.store.applyChangeset(token, changeset)]) {
    expect(await asked).toMatchObject({ status: "unprocessed", errors: [{ code: "invalid_request" }] });
  }
  expect(order().lines).toHaveLength(1);
});

test("a token signed with another secret or algorithm is refused", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const claims = { iss: CLIENT_ID, sub: token, iat: second(shop.clock.now), jti: randomUUID(), changes: [cakestand()] };
  const foreign = createSigner({ key: "shpss_another", algorithm: "HS256" })(claims);
  const stronger = createSigner({ key: CLIENT_SECRET, algorithm: "HS512" })(claims);
  for (const changeset of [foreign, stronger, "no.token", ""]) {
    expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({ errors: [{ code: "invalid_request" }] });
  }
});

test("signed in the second of the purchase, in seconds or milliseconds, is early enough", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  for (const iat of [second(shop.clock.now), shop.clock.now]) {
    const changeset = signedChangeset(shop, token, { iat });
    expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({ status: "processed" });
  }
});

test("variantID is understood in a signed token and refused in an object", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const changes = [{ type: "add_variant", variantID: CAKESTAND_ROSE, quantity: 1 }];
  const result = await shop.store.calculateChangeset(token, signedChangeset(shop, token, { changes }));
  expect(result.status).toBe("processed");
  const asObject = { changes } as unknown as Parameters<typeof shop.store.calculateChangeset>[1];
  expect(await shop.store.calculateChangeset(token, asObject)).toMatchObject({ errors: [{ code: "invalid_request" }] });
});
