import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { answeringRefusals } from "#app/http/answered-routes.ts";
import { derivedKey } from "#app/platform/derived-key.ts";
import { loader as orders } from "#app/routes/app.orders._index.tsx";
import { action as publish } from "#app/routes/app.rulebook.publish.tsx";
import { loader as frame } from "#app/routes/app.tsx";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { CREDENTIALS, offlineSession } from "#tests/support/shopify-app.ts";
import { openAdmin, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();
const sessions = encryptedSessionStorage(admin.database, derivedKey(CREDENTIALS.apiSecret, "session tokens"));

/** Questions that this Shopify has accepted and not answered, while who asked still waits. */
let open: Set<AbortSignal>;
beforeEach(() => {
  open = new Set();
});

/** Takes every question for a token and never answers it. */
function hangAtTokens(): void {
  admin.shopify.answer = (asked) => {
    if (asked.operation !== "token") return usualShopify(asked);
    open.add(asked.hungUp);
    asked.hungUp.addEventListener("abort", () => open.delete(asked.hungUp));
    return new Promise(() => undefined);
  };
}

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;
const asServed = (loader: Loader): Loader => answeringRefusals(loader) as Loader;

async function timed(visit: Promise<Response>) {
  const began = performance.now();
  const { status, headers } = await visit;
  return { status, after: headers.get("Retry-After"), ms: performance.now() - began };
}

test("a merchant whose shop gets no token is told within seconds, and their next visit works", {
  timeout: 60_000,
}, async () => {
  const shop = "no-token.myshopify.com" as Shop;
  hangAtTokens();
  const visits = await Promise.all([
    timed(admin.visit(asServed(frame), "/app", {}, shop)),
    timed(admin.visit(asServed(orders), "/app/orders", {}, shop)),
    timed(admin.post(asServed(publish), "/app/rulebook/publish", {}, { to: "everyone", expectedRevision: 1 }, shop)),
  ]);
  for (const visit of visits) {
    expect(visit).toMatchObject({ status: 503, after: "10" });
    expect(visit.ms).toBeLessThan(6_000);
  }
  await expect.poll(() => open.size).toBe(0);

  admin.shopify.answer = usualShopify;
  expect((await admin.visit(frame, "/app", {}, shop)).status).toBe(200);
});

test("so is one whose token has run out, and is neither renewed nor replaced", { timeout: 60_000 }, async () => {
  const shop = "run-out.myshopify.com" as Shop;
  admin.shopify.answer = usualShopify;
  await admin.visit(frame, "/app", {}, shop);
  await sessions.storeSession(offlineSession(shop, { expires: new Date(Date.now() - 60_000) }));

  hangAtTokens();
  const visit = await timed(admin.visit(asServed(orders), "/app/orders", {}, shop));
  expect(visit).toMatchObject({ status: 503, after: "10" });
  expect(visit.ms).toBeLessThan(6_000);
  await expect.poll(() => open.size, { timeout: 6_000 }).toBe(0);

  admin.shopify.answer = usualShopify;
  expect((await admin.visit(orders, "/app/orders", {}, shop)).status).toBe(200);
});
