import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionFunctionArgs } from "@remix-run/node";
import { onTestFinished } from "vitest";
import { compose } from "#app/composition.ts";
import { action as appAction } from "#app/routes/webhooks.app.tsx";
import { action as complianceAction } from "#app/routes/webhooks.compliance.tsx";
import { action as customersAction } from "#app/routes/webhooks.customers.tsx";
import { action as ordersAction } from "#app/routes/webhooks.orders.tsx";
import { action as productsAction } from "#app/routes/webhooks.products.tsx";
import { apiOf } from "#tests/sandbox/admin-api-client.ts";
import { CLIENT_ID, CLIENT_SECRET, type DemoShop, type Heard } from "#tests/sandbox/demo-shop.ts";
import { sendLibraryTo } from "#tests/support/loopback-shopify.ts";
import { silentLog } from "#tests/support/shopify-app.ts";

/** What Shopify knows of the app: the real file. */
export const APP_CONFIGURATION = readFileSync(join(import.meta.dirname, "../../shopify.app.toml"), "utf8");

const APP_URL = "http://127.0.0.1:4040";
const actions = {
  "/webhooks/app": appAction,
  "/webhooks/orders": ordersAction,
  "/webhooks/products": productsAction,
  "/webhooks/customers": customersAction,
  "/webhooks/compliance": complianceAction,
};

type Composed = Awaited<ReturnType<typeof compose>>;

/** The whole app, installed in the demo shop and hearing its webhooks; closed at the end of the test. */
export async function encoreFor(demo: DemoShop, database: { readonly url: string }): Promise<Composed> {
  demo.clock.now = Date.now();
  sendLibraryTo((await apiOf(demo)).origin);
  const encore = await compose({
    apiKey: CLIENT_ID,
    apiSecret: CLIENT_SECRET,
    appUrl: APP_URL,
    databaseUrl: database.url,
    log: silentLog,
  });
  onTestFinished(() => encore.close());
  demo.answers = (heard) => routed(encore, heard);
  await install(encore, demo);
  return encore;
}

/** What Remix does with a webhook: the route of its path, and the Response thrown or returned. */
async function routed(encore: Composed, { path, headers, body }: Heard): Promise<number> {
  const request = new Request(APP_URL + path, { method: "POST", headers: headers as Record<string, string>, body });
  const action = actions[path as keyof typeof actions];
  const response = await action({ request, context: { encore }, params: {} } as ActionFunctionArgs).catch(
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
  return response.status;
}

/** The merchant opens the app in the admin for the first time. */
async function install(encore: Composed, { store }: DemoShop): Promise<void> {
  const headers = { Authorization: `Bearer ${store.sessionToken()}`, "User-Agent": "Mozilla/5.0 Chrome/131" };
  await encore.shopify.authenticate.admin(new Request(`${APP_URL}/app`, { headers }));
}
