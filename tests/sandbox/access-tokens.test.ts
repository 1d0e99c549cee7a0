import { createDecoder, createSigner } from "fast-jwt";
import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { CLIENT_ID, CLIENT_SECRET, openDemoShop } from "./demo-shop.ts";

const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

test("an id token says who, where and for which app, for one minute", async () => {
  const { store, clock } = await openDemoShop();
  const now = Math.floor(clock.now / 1000);
  expect(createDecoder()(store.sessionToken(7))).toEqual({
    iss: "https://encore-demo.myshopify.com/admin",
    dest: "https://encore-demo.myshopify.com",
    aud: CLIENT_ID,
    sub: "7",
    exp: now + 60,
    nbf: now,
    iat: now,
    jti: expect.any(String),
    sid: expect.any(String),
  });
});

test("an id token is exchanged for an offline token that lasts an hour, with a refresh token for 90 days", async () => {
  const api = await apiOf(await openDemoShop());
  const { status, body } = await api.exchange();
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^shpat_/),
    scope: "read_products,read_orders,read_inventory",
    expires_in: 3600,
    refresh_token: expect.any(String),
    refresh_token_expires_in: 90 * 24 * 60 * 60,
  });
});

test("an offline token that was not asked to expire has no end and nothing to refresh", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { body } = await api.exchange({ expiring: "0" });
  expect(Object.keys(body)).toEqual(["access_token", "scope"]);
  shop.clock.now += 365 * 86_400_000;
  expect((await api.query(body.access_token, "{ shop { name } }")).status).toBe(200);
});

test("an online token names the user it stands for", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.exchange({ requested_token_type: ONLINE });
  expect(body).toMatchObject({
    expires_in: 86_400,
    associated_user_scope: "read_products,read_orders,read_inventory",
    associated_user: { id: 88_011_374_818, account_owner: true, locale: "en" },
  });
});

test("an access token stops working when its hour is over", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { access_token } = (await api.exchange()).body;
  shop.clock.now += 3_599_000;
  expect((await api.query(access_token, "{ shop { name } }")).status).toBe(200);
  shop.clock.now += 1_000;
  expect((await api.query(access_token, "{ shop { name } }")).status).toBe(401);
});

test("a refresh token works once: the second use is refused, the new pair works", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const first = (await api.exchange()).body;
  shop.clock.now += 3_700_000;
  const second = await api.token({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect(second.body).toMatchObject({ expires_in: 3600, refresh_token: expect.any(String) });
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect((await api.query(second.body.access_token, "{ shop { name } }")).status).toBe(200);
  const again = await api.token({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect([again.status, again.body.error]).toEqual([400, "invalid_grant"]);
});

test("a new exchange takes the place of the pair before: its refresh token is spent, its access token lives on", async () => {
  const api = await apiOf(await openDemoShop());
  const first = (await api.exchange()).body;
  await api.exchange();
  const { status } = await api.token({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect(status).toBe(400);
  expect((await api.query(first.access_token, "{ shop { name } }")).status).toBe(200);
});

test("two workers that refresh at once: one wins, one is refused", async () => {
  const api = await apiOf(await openDemoShop());
  const { refresh_token } = (await api.exchange()).body;
  const answers = await Promise.all([1, 2].map(() => api.token({ grant_type: "refresh_token", refresh_token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test("a refresh token dies after 90 days", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { refresh_token } = (await api.exchange()).body;
  shop.clock.now += 90 * 86_400_000;
  expect((await api.token({ grant_type: "refresh_token", refresh_token })).status).toBe(400);
});

test.each<[string, Record<string, unknown>, string]>([
  ["a secret that is wrong", { client_secret: "guess" }, "invalid_client"],
  ["another app's id", { client_id: "another" }, "invalid_client"],
  ["an unknown grant", { grant_type: "password" }, "unsupported_grant_type"],
  ["no id token", { subject_token: undefined }, "invalid_request"],
  ["an id token that is none", { subject_token: "x.y.z" }, "invalid_subject_token"],
  ["an unknown kind of token", { requested_token_type: "gold" }, "invalid_request"],
])("an exchange with %s is refused", async (_, fields, error) => {
  const api = await apiOf(await openDemoShop());
  const { status, body } = await api.exchange(fields);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.error).toBe(error);
});

test.each<[string, (now: number) => Record<string, unknown>]>([
  ["of another issuer", () => ({ iss: "shopify" })],
  ["for another app", () => ({ aud: "another" })],
  ["for another shop", () => ({ dest: "https://other.myshopify.com" })],
  ["that has expired", (now) => ({ exp: now - 10 })],
  ["that is not good yet", (now) => ({ nbf: now + 11 })],
])("an id token %s is refused", async (_, claims) => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const now = Math.floor(shop.clock.now / 1000);
  const good = {
    iss: "https://encore-demo.myshopify.com/admin",
    aud: CLIENT_ID,
    dest: "https://encore-demo.myshopify.com",
    sub: "7",
    exp: now + 60,
    nbf: now,
    iat: now,
  };
  const sign = createSigner({ key: CLIENT_SECRET, algorithm: "HS256" });
  expect((await api.exchange({ subject_token: sign(good) })).status).toBe(200);
  const elsewhere = sign({ ...good, exp: now - 9, nbf: now + 10 });
  expect((await api.exchange({ subject_token: elsewhere })).status, "clocks ten seconds apart").toBe(200);
  const { status, body } = await api.exchange({ subject_token: sign({ ...good, ...claims(now) }) });
  expect([status, body.error]).toEqual([400, "invalid_subject_token"]);
});

test("uninstalling kills every token at once, and nothing new is given out", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { access_token, refresh_token } = (await api.exchange()).body;
  shop.store.uninstallApp();
  expect((await api.query(access_token, "{ shop { name } }")).status).toBe(401);
  expect((await api.token({ grant_type: "refresh_token", refresh_token })).status).toBe(400);
  expect((await api.exchange()).status).toBe(400);
});
