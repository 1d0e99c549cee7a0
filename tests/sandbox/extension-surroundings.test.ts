import { createVerifier } from "fast-jwt";
import { expect, test } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CUSTOMERS_TOML, openDemoShop } from "./demo-shop.ts";

const verify = createVerifier({ key: CLIENT_SECRET, algorithms: ["HS256"], clockTimestamp: 1_795_284_242_250 });
const DOMAIN = "encore-demo.myshopify.com";

test.each([
  ["checkout", DOMAIN],
  ["thank-you", DOMAIN],
  ["order-status", `https://${DOMAIN}`],
] as const)(
  "an extension on %s gets a token of five minutes that names the shop and nobody else",
  async (place, dest) => {
    const { store } = await openDemoShop();
    const claims = verify(store.sessionTokenFor(place));
    expect(claims).toEqual({
      dest,
      aud: CLIENT_ID,
      iat: 1_795_284_242,
      nbf: 1_795_284_242,
      exp: 1_795_284_542,
      jti: expect.any(String),
    });
  },
);

test("the token names a signed-in customer only where the app may read customers", async () => {
  const named = async (toml?: string, level: 0 | 1 = 1) => {
    const { store } = await openDemoShop({ ...(toml ? { toml } : {}), dials: { protectedCustomerData: level } });
    return verify(store.sessionTokenFor("order-status", 7)).sub;
  };
  expect(await named(CUSTOMERS_TOML)).toBe("gid://shopify/Customer/7");
  expect(await named()).toBeUndefined();
  expect(await named(CUSTOMERS_TOML, 0)).toBeUndefined();
});

test("a placed block has no settings until some are saved, and is gone when taken away", async () => {
  const { store } = await openDemoShop();
  const block = { extension: "thank-you-offer", target: "purchase.thank-you.block.render", slot: "main" };
  const { id } = store.place(block);
  expect(store.placements()).toEqual([{ id, ...block, settings: {} }]);
  expect(store.saveSettings(id, { heading: "One more thing" })).toBe(true);
  expect(store.placements()[0]?.settings).toEqual({ heading: "One more thing" });
  expect([store.removePlacement(id), store.removePlacement(id), store.saveSettings(id, {})]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a customer signs in to the shop and out again; nobody else can", async () => {
  const { store } = await openDemoShop();
  const ada = store.createCustomer({ email: "ada@example.com", firstName: "Ada", lastName: "Byron" });
  const session = store.signIn("Ada@example.com") ?? "";
  expect(store.signedIn(session)?.id).toBe(ada?.id);
  store.signOut(session);
  expect(store.signedIn(session)).toBeUndefined();
  expect(store.signIn("bob@example.com")).toBeUndefined();
  expect(store.signedIn("__proto__")).toBeUndefined();
});
