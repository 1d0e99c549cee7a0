import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import type { CustomerOrder } from "#app/core/facts/customer-order.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type {
  CustomerId,
  DecisionId,
  OrderId,
  OrderLineId,
  PurchaseReference,
  RuleId,
  Shop,
} from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { beginAutomaticDiscount } from "#app/stores/automatic-discounts.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { beginCatalogCopy } from "#app/stores/catalog-copy.ts";
import { saveCollection } from "#app/stores/collections.ts";
import { keepCustomerOrder } from "#app/stores/customer-histories.ts";
import type { Database } from "#app/stores/database.ts";
import { type DecisionRecord, saveDecisions } from "#app/stores/decisions.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { beginErasure } from "#app/stores/erasures.ts";
import { beginExport, keepExportPage } from "#app/stores/exports.ts";
import { beginExtracts } from "#app/stores/extract-copies.ts";
import { beginOfferCodes } from "#app/stores/offer-codes.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { countFailuresFrom } from "#app/stores/rule-runs.ts";
import { countAcceptance } from "#app/stores/rule-use.ts";
import { publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { saveSetupCheck } from "#app/stores/setup-checks.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { type ShopDetails, saveInstalled } from "#app/stores/shops.ts";
import { markStale } from "#app/stores/stale-products.ts";
import { keepWebhook } from "#app/stores/webhook-inbox.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  GBP,
  NOON,
  pounds,
  someAcceptance,
  someCatalog,
  someCollection,
  someFacts,
  someProduct,
  someRule,
} from "#tests/support/builders.ts";

export const LONDON_SHOP: ShopDetails = {
  appId: "900",
  name: "Encore Demo",
  currency: GBP,
  timezone: "Europe/London",
  language: "en",
  scopes: ["read_products", "read_orders"],
};

export const ONE_RULE: Rulebook = { format: 1, rules: [someRule()] };

export function someDecision(facts: Facts = someFacts(), id = `decision-of-${facts.reference}`): DecisionRecord {
  const rulebook = compile(ONE_RULE, 1, someCatalog());
  return {
    facts,
    fingerprint: "f1",
    step: 1,
    tookMicros: 40,
    made: { id: id as DecisionId, at: NOON, rulebookVersion: 1, decision: decide(facts, rulebook) },
    evidence: evidenceOf(facts, rulebook),
  };
}

export function someOrder(overrides: Partial<OrderAsRead> = {}): OrderAsRead {
  return {
    id: "5001" as OrderId,
    name: "#1043",
    reference: "c1-reference" as PurchaseReference,
    createdAt: NOON + 10_000,
    updatedAt: NOON + 60_000,
    currency: "GBP",
    total: pounds(48.2),
    outstanding: pounds(0),
    lines: [
      {
        id: "6001" as OrderLineId,
        title: "Regency Cakestand",
        variant: CAKESTAND_ROSE,
        quantity: 1,
      },
    ],
    addedByUs: [{ line: "6001" as OrderLineId, quantity: 1, amount: pounds(10.84), at: NOON + 28_000 }],
    refunds: [],
    ...overrides,
  };
}

const ANN = "71" as CustomerId;

function someCustomerOrder(overrides: Partial<CustomerOrder> = {}): CustomerOrder {
  const { id = "5001" as OrderId, ...rest } = overrides;
  return {
    id,
    customer: ANN,
    past: { reference: `token-${id}` as PurchaseReference, at: NOON, subtotal: pounds(44.25), products: [CAKESTAND] },
    counts: true,
    isCancelled: false,
    updatedAt: NOON,
    ...rest,
  };
}

export function someEarning(overrides: Partial<EarningEntry> = {}): EarningEntry {
  return {
    order: "5001" as OrderId,
    line: "6001" as OrderLineId,
    kind: "earned",
    source: "1",
    surface: "post-purchase",
    rule: "teacups-to-cakestand" as RuleId,
    step: 1,
    amount: pounds(10.84),
    at: NOON + 60_000,
    ...overrides,
  };
}

/** A shop with one row or more in every tenant's table: one purchase, from the decision to the earning. */
export async function fillShop(database: Database, shop: Shop): Promise<void> {
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  await database.inShop(shop, async (tenant) => {
    await saveDraft(tenant, ONE_RULE, { expectedRevision: 0, by: "1", now: NOON });
    await saveProducts(tenant, [someProduct()]);
    await saveCollection(tenant, someCollection());
    await beginCatalogCopy(tenant, { metafields: [], now: NOON });
    await markStale(tenant, [CAKESTAND]);
    await keepCustomerOrder(tenant, someCustomerOrder(), { id: ANN, tags: ["VIP"], ordersInShopify: 1 });
    await publishVersion(tenant, ONE_RULE, { by: "1", now: NOON, note: "Teacups → Cakestand published" });
    await saveDecisions(tenant, [someDecision(someFacts({ shop }))]);
    await keepShopperEvent(tenant, {
      reference: "c1-reference" as PurchaseReference,
      surface: "post-purchase",
      step: 1,
      kind: "impression",
      at: NOON + 19_000,
    });
    const { rule, discountGiven } = await keepAcceptance(tenant, someAcceptance());
    await countAcceptance(tenant, { rule, day: "2026-11-21", discountGiven });
    await beginOfferCodes(tenant, {
      reference: "c1-reference" as PurchaseReference,
      surface: "thank-you",
      rule,
      step: 1,
      version: 1,
      seed: "seed",
      terms: { takes: { percentage: 0.15 }, variants: [], isSentFree: true },
      startsAt: NOON,
      validUntil: NOON + 60_000,
    });
    await countFailuresFrom(tenant, rule, NOON);
    await beginExtracts(tenant, ["shop"]);
    await beginAutomaticDiscount(tenant, { rule, digest: "0123456789abcdef" });
    await keepWebhook(tenant, {
      topic: "orders/create",
      eventId: "e1",
      webhookId: "w1",
      about: "order 5001",
      triggeredAt: NOON,
      payload: { about: "order", order: "5001" },
    });
    await saveOrder(tenant, someOrder());
    await appendEarnings(tenant, [someEarning()]);
    await saveSetupCheck(tenant, { checkedAt: NOON, pageChosen: true, embed: "off" });
    const file = { kind: "orders", run: "an-export" } as const;
    await beginExport(tenant, file, { rowsTotal: 1, by: "1", now: NOON });
    const page = { content: Buffer.from("gzip"), bytes: 10, rows: 1, next: undefined };
    await keepExportPage(tenant, file, { pieces: 0 }, page, NOON);
    await beginErasure(tenant, { run: "an-erasure", before: 0, by: "1", now: NOON });
  });
}
