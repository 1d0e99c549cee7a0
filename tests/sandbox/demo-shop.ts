import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { createSigner } from "fast-jwt";
import { onTestFinished } from "vitest";
import { openStore } from "#sandbox/store/open-store.ts";
import type { SandboxStore, SandboxStoreOptions } from "#sandbox/store/sandbox-store.ts";
import type { CheckoutChange, PaymentMeans } from "#sandbox/store/state/checkout.ts";
import type { Order } from "#sandbox/store/state/order.ts";
import type { SandboxProduct } from "#sandbox/store/state/product.ts";
import { type AppConfiguration, readAppConfiguration } from "#sandbox/store/webhooks/app-configuration.ts";
import { answering } from "#tests/support/answering.ts";

export const CLIENT_ID = "0123456789abcdef0123456789abcdef";
export const CLIENT_SECRET = "shpss_the-secret-of-the-tests";

/** £10.00, costs £4.20, 20 left; £12.75 in two colours; £5.00 by e-mail; 20p, untaxed. */
export const TEAPOT = 41_001;
export const CAKESTAND_ROSE = 42_001;
export const CAKESTAND_BLUE = 42_002;
export const PATTERN = 43_001;
export const PIN = 44_001;

/** A teapot and two cakestands at £30.00, a gift card of £25.00, tea by subscription only. */
const TEA_SET = 45_001;
export const GIFT_CARD = 46_001;
export const MONTHLY_TEA = 47_001;

const CATALOGUE: readonly SandboxProduct[] = [
  product(4100, "Regency Teapot", [{ id: TEAPOT, priceMinor: 1000, costMinor: 420, stock: 20 }], {
    tags: ["gift", "tea"],
    metafields: [
      { namespace: "custom", key: "material", type: "single_line_text_field", value: "Ceramic" },
      { namespace: "custom", key: "pieces", type: "number_integer", value: "1" },
      {
        namespace: "shopify--discovery--product_recommendation",
        key: "complementary_products",
        type: "list.product_reference",
        value: JSON.stringify(["gid://shopify/Product/4200", "gid://shopify/Product/9", "gid://shopify/Product/4400"]),
      },
    ],
  }),
  product(4200, "Cakestand 3 Tier", [
    { id: CAKESTAND_ROSE, priceMinor: 1275, stock: 5, title: "Rose" },
    { id: CAKESTAND_BLUE, priceMinor: 1275, stock: 1, title: "Blue" },
  ]),
  product(4300, "Sewing Pattern", [{ id: PATTERN, priceMinor: 500, stock: 99, requiresShipping: false }]),
  product(4400, "Pin", [{ id: PIN, priceMinor: 20, stock: 99, taxable: false, requiresShipping: false }]),
];

/** What the shop sells besides when a test asks for it. */
export const WHOLE_CATALOGUE: readonly SandboxProduct[] = [
  ...CATALOGUE,
  product(4500, "Tea Set", [{ id: TEA_SET, priceMinor: 3000, stock: 4 }], {
    components: [
      { productId: 4100, quantity: 1 },
      { productId: 4200, quantity: 2 },
    ],
  }),
  product(4600, "Gift Card", [{ id: GIFT_CARD, priceMinor: 2500, stock: 99, requiresShipping: false }], {
    type: "Gift Cards",
    isGiftCard: true,
  }),
  product(4700, "Monthly Tea", [{ id: MONTHLY_TEA, priceMinor: 850, stock: 40 }], { requiresSellingPlan: true }),
];

type Piece = Partial<SandboxProduct["variants"][number]> & { readonly id: number };

function product(
  id: number,
  title: string,
  pieces: readonly Piece[],
  more: Partial<SandboxProduct> = {},
): SandboxProduct {
  const choice = pieces.length > 1;
  return {
    id,
    title,
    handle: title.toLowerCase().replaceAll(" ", "-"),
    type: "Gifts",
    vendor: "Penny & Plum",
    tags: ["gift"],
    description: `<p>${title}</p>`,
    picture: `/pictures/${id}.svg`,
    options: choice ? [{ name: "Colour", values: pieces.map((piece) => piece.title ?? "") }] : [],
    variants: pieces.map((piece) => ({
      title: "Default Title",
      options: choice ? [{ name: "Colour", value: piece.title ?? "" }] : [],
      priceMinor: 0,
      stock: 0,
      sku: `SKU-${piece.id}`,
      inventoryItemId: piece.id + 500_000,
      taxable: true,
      requiresShipping: true,
      ...piece,
    })),
    bestSellerRank: id,
    ...more,
  };
}

export const APP_TOML = `
name = "Encore"
handle = "encore"
application_url = "https://encore.example.com"
[access_scopes]
scopes = "read_products,read_orders,read_inventory"
[webhooks]
api_version = "2026-10"
  [[webhooks.subscriptions]]
  topics = ["app/uninstalled", "app/scopes_update"]
  uri = "/webhooks/app"
  [[webhooks.subscriptions]]
  topics = ["orders/create", "orders/paid", "orders/updated", "orders/cancelled", "orders/edited", "refunds/create"]
  uri = "/webhooks/orders"
  [[webhooks.subscriptions]]
  topics = ["products/create", "products/update", "products/delete", "inventory_levels/update", "inventory_items/update"]
  uri = "/webhooks/products"
  [[webhooks.subscriptions]]
  topics = ["collections/create", "collections/update", "collections/delete"]
  uri = "/webhooks/collections"
  [[webhooks.subscriptions]]
  topics = ["customers/create", "customers/update", "customers/delete", "customers/purchasing_summary",
    "customer.tags_added", "customer.tags_removed"]
  uri = "/webhooks/customers"
  [[webhooks.subscriptions]]
  compliance_topics = ["customers/data_request", "customers/redact", "shop/redact"]
  uri = "/webhooks/compliance"
`;

/** The same app with the right to read customers. */
export const CUSTOMERS_TOML = APP_TOML.replace("read_inventory", "read_inventory,read_customers");

export interface Heard {
  readonly path: string;
  readonly topic: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface DemoShop {
  readonly store: SandboxStore;
  /** The shop's clock, in ms; tests move it. */
  readonly clock: { now: number };
  /** What the app was sent, in order of arrival. */
  readonly heard: Heard[];
  readonly appUrl: string;
  /** What the app answers; tests change it. A promise delays it. */
  answers: (heard: Heard) => number | Promise<number>;
}

type Given = Omit<Partial<SandboxStoreOptions>, "app"> & { readonly toml?: string; readonly installed?: boolean };

/** A small shop with the app installed and a listener in the app's place. Closed at the end of the test. */
export async function openDemoShop({ toml = APP_TOML, installed = true, ...options }: Given = {}): Promise<DemoShop> {
  const clock = { now: Date.parse("2026-11-21T18:04:02.250Z") };
  const heard: Heard[] = [];
  const shop = { clock, heard, answers: () => 200 } as Omit<DemoShop, "store" | "appUrl">;
  const app = createServer(
    answering(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const topic = String(request.headers["x-shopify-topic"]);
      const entry = { path: request.url ?? "", topic, headers: request.headers, body: Buffer.concat(parts).toString() };
      heard.push(entry);
      response.writeHead(await shop.answers(entry)).end();
    }),
  );
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  const configuration: AppConfiguration = readAppConfiguration(toml);
  const store = openStore({
    catalogue: CATALOGUE,
    address: "http://127.0.0.1:4010",
    now: () => clock.now,
    ...options,
    app: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, url: appUrl, configuration },
  });
  if (installed) store.installApp();
  onTestFinished(async () => {
    await store.close();
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
  });
  return Object.assign(shop, { store, appUrl });
}

/** What the shop sent the app, oldest first: deliveries may arrive in another order. */
export function sentBy({ store }: DemoShop) {
  const oldestFirst = store.webhookDeliveries().toReversed();
  return oldestFirst.map(({ topic, body }) => ({ topic, payload: JSON.parse(body) }));
}

export const ADDRESS = {
  firstName: "Ada",
  lastName: "Byron",
  address1: "12 St James's Square",
  city: "London",
  zip: "SW1Y 4JH",
};
export const CARD: PaymentMeans = { kind: "card", number: "1" };

/** A checkout ready to be paid: a teapot to London unless told otherwise. */
export function readyCheckout(
  store: SandboxStore,
  variants: readonly number[] = [TEAPOT],
  change: CheckoutChange = {},
) {
  const { token } = store.openCheckout(variants.map((variantId) => ({ variantId, quantity: 1 })));
  const checkout = store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS, ...change });
  if (!checkout) throw new Error("the checkout is gone");
  return checkout;
}

export interface Bought {
  readonly token: string;
  readonly orderId: number;
  order(): Order;
}

export async function buy(
  store: SandboxStore,
  means: PaymentMeans = CARD,
  variants: readonly number[] = [TEAPOT],
  change: CheckoutChange = {},
): Promise<Bought> {
  const { token } = readyCheckout(store, variants, change);
  const payment = await store.pay(token, means);
  if (payment.kind !== "paid") throw new Error(payment.message);
  const { orderId } = payment;
  const order = () => {
    const found = store.order(orderId);
    if (!found) throw new Error("the order is gone");
    return found;
  };
  return { token, orderId, order };
}

const sign = createSigner({ key: CLIENT_SECRET, algorithm: "HS256" });
const signWithoutTime = createSigner({ key: CLIENT_SECRET, algorithm: "HS256", noTimestamp: true });

/** What an app signs to add one rose cakestand at 15 % off, with claims put in or (undefined) taken out. */
export function signedChangeset(shop: DemoShop, token: string, claims: Readonly<Record<string, unknown>> = {}): string {
  const all: Record<string, unknown> = {
    iss: CLIENT_ID,
    sub: token,
    iat: Math.floor(shop.clock.now / 1000),
    jti: randomUUID(),
    changes: [cakestand()],
    ...claims,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return given.iat === undefined ? signWithoutTime(given) : sign(given);
}

export function cakestand(changed: Readonly<Record<string, unknown>> = {}) {
  return {
    type: "add_variant" as const,
    variantId: CAKESTAND_ROSE,
    quantity: 1,
    discount: { value: 15, valueType: "percentage" as const, title: "Goes with your teapot" },
    ...changed,
  };
}
