import { parse } from "smol-toml";

/** The parts of shopify.app.toml that Shopify acts on at install and for webhooks. */
export interface AppConfiguration {
  readonly name: string;
  readonly handle: string;
  readonly applicationUrl: string;
  readonly scopes: readonly string[];
  /** What the app may ask for once it is installed. */
  readonly optionalScopes: readonly string[];
  readonly webhookApiVersion: string;
  readonly subscriptions: readonly WebhookSubscription[];
  /** Where the shop's own address leads to the app: /<prefix>/<subpath> to `url`. */
  readonly appProxy?: { readonly url: string; readonly prefix: string; readonly subpath: string };
}

export interface WebhookSubscription {
  /** "orders/create" */
  readonly topic: string;
  /** A path below the app's address, or a whole one. */
  readonly uri: string;
  /** Compliance topics go out without a scope and after uninstall too. */
  readonly compliance: boolean;
  /** Only these top-level fields of the payload, when given. */
  readonly includeFields: readonly string[] | undefined;
}

/** Reads the toml's text. Throws, naming the key, when something Shopify requires is absent or of another type. */
export function readAppConfiguration(toml: string): AppConfiguration {
  const file = table(parse(toml), "shopify.app.toml");
  const webhooks = table(file.webhooks ?? {}, "webhooks");
  const { scopes = "", optional_scopes = [] } = table(file.access_scopes ?? {}, "access_scopes");
  return {
    name: text(file.name, "name"),
    handle: file.handle === undefined ? "app" : text(file.handle, "handle"),
    applicationUrl: text(file.application_url, "application_url"),
    scopes: text(scopes, "access_scopes.scopes")
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
    optionalScopes: texts(optional_scopes, "access_scopes.optional_scopes"),
    webhookApiVersion: text(webhooks.api_version, "webhooks.api_version"),
    subscriptions: list(webhooks.subscriptions ?? [], "webhooks.subscriptions").flatMap(subscriptionsIn),
    ...(file.app_proxy !== undefined && { appProxy: appProxyIn(file.app_proxy) }),
  };
}

function appProxyIn(entry: unknown): NonNullable<AppConfiguration["appProxy"]> {
  const { url, prefix, subpath } = table(entry, "app_proxy");
  return {
    url: text(url, "app_proxy.url"),
    prefix: text(prefix, "app_proxy.prefix"),
    subpath: text(subpath, "app_proxy.subpath"),
  };
}

function subscriptionsIn(entry: unknown): WebhookSubscription[] {
  const { topics = [], compliance_topics = [], uri, include_fields } = table(entry, "webhooks.subscriptions");
  const shared = {
    uri: text(uri, "webhooks.subscriptions.uri"),
    includeFields: include_fields === undefined ? undefined : texts(include_fields, "include_fields"),
  };
  return [
    ...texts(topics, "topics").map((topic) => ({ ...shared, topic, compliance: false })),
    ...texts(compliance_topics, "compliance_topics").map((topic) => ({ ...shared, topic, compliance: true })),
  ];
}

function table(value: unknown, key: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${key} is not a table`);
  return value as Record<string, unknown>;
}

function list(value: unknown, key: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${key} is not a list`);
  return value;
}

function text(value: unknown, key: string): string {
  if (typeof value !== "string") throw new Error(`${key} is not a text`);
  return value;
}

function texts(value: unknown, key: string): string[] {
  return list(value, key).map((entry) => text(entry, key));
}
