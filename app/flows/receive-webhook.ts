import type { ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Log } from "#app/platform/log.ts";
import type { Webhook } from "#app/shopify/authenticate-webhook.ts";
import type { WebhookSubject } from "#app/shopify/webhook-subject.ts";
import { keptProducts } from "#app/stores/catalog.ts";
import { loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { keepsCollections, markCollectionsStale } from "#app/stores/collections.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { loadShop } from "#app/stores/shops.ts";
import { markStale } from "#app/stores/stale-products.ts";
import { productsStockedBy } from "#app/stores/stocked-products.ts";
import { keepWebhook } from "#app/stores/webhook-inbox.ts";
import { suspectCollections } from "./suspect-collections.ts";
import { uninstallShop } from "./uninstall-shop.ts";

export type ReceiveOutcome =
  | { readonly kind: "received" }
  | { readonly kind: "duplicate" }
  /** About a product or collection that no rule needs, or a shop that never had the app. */
  | { readonly kind: "not-ours" };

/**
 * Keeps the event and asks for its work in one transaction; when this has returned, the work will be done, once. The
 * work reads from Shopify how things stand then: duplicates, any order and payloads of hours ago end the same.
 */
export async function receiveWebhook(
  { database, log }: { readonly database: Database; readonly log: Log },
  webhook: Webhook,
): Promise<ReceiveOutcome> {
  const { shop, subject } = webhook;
  if (!(await loadShop(database, shop))) return { kind: "not-ours" };
  if (subject.about === "uninstalled") await uninstallShop({ database, log }, { shop, at: webhook.triggeredAt });
  const outcome = await database.inShop(shop, (tenant) => keepAndAsk(tenant, webhook));
  if (subject.about === "customer-data" && outcome.kind === "received") {
    // What we hold of a customer are ids and amounts of orders; the shop's owner is to be answered by whoever runs this.
    log.warn({ shop, request: subject.request }, "a customer asked the shop for their data: answer within 30 days");
  }
  return outcome;
}

async function keepAndAsk(tenant: Tenant, webhook: Webhook): Promise<ReceiveOutcome> {
  const { subject, topic, eventId, webhookId, triggeredAt } = webhook;
  if (!(await isOurs(tenant, subject))) return { kind: "not-ours" };
  const kept = await keepWebhook(tenant, {
    topic,
    eventId,
    webhookId,
    about: nameOf(subject),
    triggeredAt,
    payload: subject,
  });
  if (kept === "duplicate") return { kind: "duplicate" };
  await askForWork(tenant, webhook);
  return { kind: "received" };
}

function nameOf(subject: WebhookSubject): string {
  switch (subject.about) {
    case "order":
      return `order ${subject.order}`;
    case "product":
      return `product ${subject.product}`;
    case "collection":
      return `collection ${subject.collection}`;
    case "customer":
      return `customer ${subject.customer}`;
    case "stock":
    case "cost":
      return `${subject.about} ${subject.inventoryItem}`;
    case "customer-data":
    case "customer-erasure":
      return `${subject.about} ${subject.customer ?? ""}`;
    case "uninstalled":
    case "scopes":
    case "shop":
    case "shop-erasure":
      return subject.about;
    default:
      return unreachable(subject);
  }
}

async function isOurs(tenant: Tenant, subject: WebhookSubject): Promise<boolean> {
  switch (subject.about) {
    case "product":
      return (
        (await keptProducts(tenant, [subject.product])).length > 0 ||
        (await loadCatalogCopy(tenant)) !== undefined ||
        (await keepsCollections(tenant))
      );
    case "stock":
    case "cost":
      return (await productsStockedBy(tenant, subject.inventoryItem)).length > 0;
    case "collection":
      return keepsCollections(tenant, subject.collection);
    default:
      return true;
  }
}

async function askForWork(tenant: Tenant, { subject, triggeredAt }: Webhook): Promise<void> {
  switch (subject.about) {
    case "order":
      return enqueue(tenant, ...jobFor("attribute-order", { order: subject.order }));
    case "product":
      return askForProduct(tenant, subject.product, triggeredAt);
    case "collection":
      await markCollectionsStale(tenant, subject.collection);
      return enqueue(tenant, ...jobFor("refresh-collections", {}));
    case "customer":
      return enqueue(tenant, ...jobFor("refresh-customer", { customer: subject.customer }));
    case "stock":
      return enqueue(tenant, ...jobFor("refresh-stock", { inventoryItem: subject.inventoryItem }));
    case "cost":
      await markStale(tenant, await productsStockedBy(tenant, subject.inventoryItem));
      return enqueue(tenant, ...jobFor("refresh-products", {}));
    case "scopes":
    case "shop":
      return enqueue(tenant, ...jobFor("refresh-shop", {}));
    case "customer-erasure": {
      const { customer, orders } = subject;
      return enqueue(tenant, ...jobFor("erase-customer", { customer, orders: [...orders] }));
    }
    case "shop-erasure":
      return enqueue(tenant, ...jobFor("erase-shop", {}));
    case "uninstalled":
    case "customer-data":
      return;
    default:
      return unreachable(subject);
  }
}

/** A product we keep no copy of, nor need one of, may still have come into a collection that rules speak of. */
async function askForProduct(tenant: Tenant, product: ProductId, at: Instant): Promise<void> {
  const isKept = (await keptProducts(tenant, [product])).length > 0;
  if (!isKept && !(await loadCatalogCopy(tenant))) return suspectCollections(tenant, at);
  await markStale(tenant, [product]);
  await enqueue(tenant, ...jobFor("refresh-products", {}));
}
