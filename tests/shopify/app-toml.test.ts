import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { API_VERSION } from "#app/shopify/api-version.ts";
import { mayKeepMetafields, mayMakeDiscounts } from "#app/shopify/scopes.ts";
import { subjectOf } from "#app/shopify/webhook-subject.ts";
import { WEBHOOK_TOPICS, type WebhookGroup, type WebhookTopic } from "#app/shopify/webhook-topics.ts";

const root = join(import.meta.dirname, "../..");
const toml = parse(readFileSync(join(root, "shopify.app.toml"), "utf8")) as unknown as AppToml;

interface AppToml {
  readonly application_url: string;
  readonly embedded: boolean;
  readonly auth: { readonly redirect_urls: readonly string[] };
  readonly access_scopes: { readonly scopes: string; readonly optional_scopes: readonly string[] };
  readonly app_proxy: { readonly url: string; readonly prefix: string; readonly subpath: string };
  readonly webhooks: { readonly api_version: string; readonly subscriptions: readonly Subscription[] };
}

interface Subscription {
  readonly topics?: readonly string[];
  readonly compliance_topics?: readonly string[];
  readonly uri: string;
  readonly include_fields?: readonly string[];
}

const topicsAt = (uri: string) =>
  toml.webhooks.subscriptions
    .filter((subscription) => subscription.uri === uri)
    .flatMap(({ topics = [], compliance_topics = [] }) => [...topics, ...compliance_topics]);

test("webhooks come in the same API version that we ask the Admin API in", () => {
  expect(toml.webhooks.api_version).toBe(API_VERSION);
});

test("every address that webhooks are sent to has its route, and every topic is one that the route takes", () => {
  for (const { uri } of toml.webhooks.subscriptions) {
    const group = uri.replace("/webhooks/", "") as WebhookGroup;
    expect(existsSync(join(root, `app/routes/webhooks.${group}.tsx`)), uri).toBe(true);
    expect(topicsAt(uri).sort(), uri).toEqual([...WEBHOOK_TOPICS[group]].sort());
  }
});

test("every topic that we can act on is subscribed to, once", () => {
  const subscribed = Object.keys(WEBHOOK_TOPICS).flatMap((group) => topicsAt(`/webhooks/${group}`));
  expect(subscribed.sort()).toEqual(Object.values(WEBHOOK_TOPICS).flat().sort());
});

test("the fields that we ask Shopify to send are enough to know what the webhook is about", () => {
  const whole = {
    id: 1,
    order_id: 2,
    order_edit: { order_id: 3 },
    inventory_item_id: 4,
    customer: { id: 5 },
    customerId: "gid://shopify/Customer/5",
  };
  for (const { topics = [], compliance_topics = [], include_fields } of toml.webhooks.subscriptions) {
    const sent = include_fields
      ? Object.fromEntries(Object.entries(whole).filter(([field]) => include_fields.includes(field)))
      : whole;
    for (const topic of [...topics, ...compliance_topics]) {
      expect(subjectOf(topic as WebhookTopic, sent), topic).toBeDefined();
    }
  }
});

test("the three topics that Shopify demands of every app are answered", () => {
  const compliance = toml.webhooks.subscriptions.flatMap(({ compliance_topics = [] }) => compliance_topics);
  expect(compliance.sort()).toEqual(["customers/data_request", "customers/redact", "shop/redact"]);
});

test("the app is embedded, asks for no scope that it does not need, and comes back to its own address", () => {
  expect(toml.embedded).toBe(true);
  expect(toml.access_scopes.scopes.split(",").sort()).toEqual([
    "read_customers",
    "read_discounts",
    "read_inventory",
    "read_orders",
    "read_products",
    "write_discounts",
    "write_products",
  ]);
  expect(toml.access_scopes.optional_scopes).toEqual(["read_themes"]);
  expect(mayKeepMetafields(toml.access_scopes.scopes.split(","))).toBe(true);
  expect(mayMakeDiscounts(toml.access_scopes.scopes.split(","))).toBe(true);
  expect(toml.auth.redirect_urls).toEqual([`${toml.application_url}/auth/callback`]);
  expect(toml.application_url).toBe("https://encore.example.com");
});

test("the theme's cart reaches the app through the shop's own address", () => {
  expect(toml.app_proxy).toEqual({ url: "/proxy", prefix: "apps", subpath: "encore" });
});
