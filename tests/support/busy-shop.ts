import pg from "pg";
import { type CatalogProduct, catalogOf } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { jsonTextToStore } from "#app/stores/stored-json.ts";
import { loadCatalogue, type SandboxProduct } from "#sandbox/catalogue/catalogue.ts";
import { DEMO_SHOP, GBP, NOON, someFacts, someRule } from "./builders.ts";

const DAY = 86_400_000;
/** Orders of one transaction: it must end within ten seconds on a busy machine. */
const AT_ONCE = 2_000;

export interface BusyShop {
  readonly rules: number;
  readonly orders: number;
  /** The last order's moment; the others lie before it, evenly, over `days`. */
  readonly until: number;
  readonly days: number;
}

/**
 * Makes an installed shop as busy as a large one: live rules over the demo shop's own products, and orders with what was
 * decided, seen, answered and earned. Three of four orders were decided for, of these three of five saw an offer, one of
 * eight took it and one of forty gave it back. The same numbers give the same shop; it has no order before.
 */
export async function fillBusyShop(database: Database, busy: BusyShop, shop: Shop = DEMO_SHOP): Promise<void> {
  const products = loadCatalogue()
    .filter((one) => !one.isGiftCard && !one.requiresSellingPlan)
    .map(copied);
  const rulebook = busyRulebook(products, busy.rules);
  const version = await database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, products);
    const { revision } = await lastRevision(tenant);
    await saveDraft(tenant, rulebook, { expectedRevision: revision, by: "1", now: busy.until });
    return publishVersion(tenant, rulebook, { by: "1", now: busy.until, note: `${busy.rules} rules` });
  });
  const samples = decidedFor(rulebook, version, products);
  for (let first = 0; first < busy.orders; first += AT_ONCE) {
    await database.inShop(shop, (tenant) => fill(tenant, busy, samples, version, first));
    // A database that grew slowly would know by now how much it holds, and search by its indexes.
    if (first === 0 || first + AT_ONCE >= busy.orders) await analyze(database);
  }
}

async function analyze({ connectionString }: Pick<Database, "connectionString">): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("analyze").finally(() => client.end());
}

async function lastRevision({ db, shop }: Tenant): Promise<{ readonly revision: number }> {
  return (await db.rulebookDraft.findUnique({ where: { shop }, select: { revision: true } })) ?? { revision: 0 };
}

/** Each offers the next product for one; every tenth is paused, every seventh asks for more than the product. */
function busyRulebook(products: readonly CatalogProduct[], count: number): Rulebook {
  const rules = Array.from({ length: count }, (_, index): Rule => {
    const bought = at(products, index);
    const offered = at(products, index + 1);
    const rule = someRule({
      id: `rule-${index + 1}` as RuleId,
      name: `${bought.title} → ${offered.title}`.slice(0, 120),
      status: index % 10 === 9 ? "paused" : "active",
      surfaces: index % 3 === 0 ? ["post-purchase", "thank-you"] : ["post-purchase"],
      priority: index + 1,
      editedAt: NOON,
      when: {
        all: [
          { kind: "product", lines: "any", products: [bought.id] },
          ...(index % 7 === 0 ? [{ kind: "order-value", atLeast: { minor: 2000, currency: GBP } } as const] : []),
        ],
      },
    });
    const { path } = rule;
    return {
      ...rule,
      path: { offer: { ...path.offer, source: { kind: "named", products: [{ product: offered.id }] } } },
    };
  });
  return { format: 1, rules };
}

/** Of each rule that is live what a purchase that it fits is shown, and one purchase that nothing fits. */
function decidedFor(rulebook: Rulebook, version: number, products: readonly CatalogProduct[]) {
  const catalog = catalogOf({ currency: GBP, timezone: "Europe/London", shipsTo: ["GB"] }, products, []);
  const compiled = compile(rulebook, version, catalog);
  return products.slice(0, Math.min(rulebook.rules.length, 60)).map((bought) => {
    const [variant] = bought.variants;
    const facts = someFacts({
      lines: [
        {
          product: bought.id,
          productTitle: bought.title,
          variant: variant?.id ?? ("1" as VariantId),
          quantity: 6,
          total: { minor: 4425, currency: GBP },
        },
      ],
    });
    const decision = decide(facts, compiled);
    const offer = decision.kind === "show" ? decision.offer : undefined;
    return {
      kind: decision.kind,
      facts,
      document: decision,
      rule: offer?.rule ?? null,
      rule_name: offer?.ruleName ?? null,
      product: offer?.products[0]?.product ?? null,
      variant: offer?.products[0]?.variants[0]?.variant ?? null,
      price: offer?.products[0]?.variants[0]?.offerPrice.minor ?? 0,
    };
  });
}

type Sample = ReturnType<typeof decidedFor>[number];

async function fill({ db, shop }: Tenant, busy: BusyShop, samples: readonly Sample[], version: number, first: number) {
  const last = Math.min(first + AT_ONCE, busy.orders) - 1;
  const apart = (busy.days * DAY) / busy.orders / 1_000;
  await db.$executeRawUnsafe(
    `create temporary table made on commit drop as
     select n, 'busy-' || n as reference, (9000000 + n)::text as order_id,
       $1::timestamptz - ($2::int - n) * $3::float8 * interval '1 second' as at,
       sample, n % 4 > 0 as is_decided, n % 4 > 0 and n % 5 < 3 and sample ->> 'kind' = 'show' as is_seen,
       n % 4 > 0 and n % 5 < 3 and n % 8 = 1 and sample ->> 'kind' = 'show' as is_taken
     from generate_series($4::int, $5::int) as n,
       lateral (select $6::jsonb -> (n * 7919 % $7::int) as sample) picked`,
    new Date(busy.until),
    busy.orders - 1,
    apart,
    first,
    last,
    jsonTextToStore(samples),
    samples.length,
  );
  await db.$executeRaw`
    insert into decisions (shop, decision, reference, surface, step, fingerprint, rulebook_version, kind, facts, document,
      took_micros, decided_at, asked_at)
    select ${shop}, 'decision-' || n, reference, 'post-purchase', 1, 'f', ${version}, sample ->> 'kind',
      sample -> 'facts' || jsonb_build_object('reference', reference, 'shop', ${shop}::text), sample -> 'document', 40,
      at - interval '90 seconds', at - interval '90 seconds'
    from made where is_decided`;
  await db.$executeRaw`
    insert into shopper_events (shop, reference, surface, step, kind, rule, detail, at)
    select ${shop}, reference, 'post-purchase', 1, 'impression', sample ->> 'rule', '{}'::jsonb, at - interval '80 seconds'
    from made where is_seen
    union all
    select ${shop}, reference, 'post-purchase', 1, 'decline', sample ->> 'rule', '{}'::jsonb, at - interval '70 seconds'
    from made where is_seen and not is_taken and n % 2 = 0`;
  await db.$executeRaw`
    insert into acceptances (shop, reference, surface, step, decision, rule, rule_name, items, discount_minor, currency, jti,
      changes, accepted_at)
    select ${shop}, reference, 'post-purchase', 1, 'decision-' || n, sample ->> 'rule', sample ->> 'rule_name',
      jsonb_build_array(jsonb_build_object('product', sample -> 'product', 'variant', sample -> 'variant', 'quantity', 1,
        'amount', jsonb_build_object('minor', sample -> 'price', 'currency', 'GBP'))),
      100, 'GBP', 'jti-' || n, '[]', at - interval '60 seconds'
    from made where is_taken`;
  await db.$executeRaw`
    insert into orders (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at)
    select ${shop}, order_id, '#' || (20000 + n), reference, 4820, 'GBP',
      jsonb_build_object('id', order_id, 'name', '#' || (20000 + n), 'reference', reference,
        'createdAt', encore_epoch_ms(at), 'updatedAt', encore_epoch_ms(at), 'currency', 'GBP',
        'total', jsonb_build_object('minor', 4820, 'currency', 'GBP'),
        'outstanding', jsonb_build_object('minor', 0, 'currency', 'GBP'), 'lines', '[]'::jsonb, 'addedByUs', '[]'::jsonb,
        'refunds', '[]'::jsonb, 'paymentGateway', case when n % 4 = 0 then 'shopify_payments' else 'bogus' end),
      at, at
    from made`;
  await db.$executeRaw`
    insert into earnings (shop, order_id, line_id, kind, source, surface, rule, step, amount_minor, currency, at)
    select ${shop}, order_id, (6000000 + n)::text, 'earned', 'step 1', 'post-purchase', sample ->> 'rule', 1,
      (sample ->> 'price')::bigint, 'GBP', at from made where is_taken
    union all
    select ${shop}, order_id, (6000000 + n)::text, 'refunded', 'refund-' || n, 'post-purchase', sample ->> 'rule', 1,
      -(sample ->> 'price')::bigint, 'GBP', at + interval '1 hour' from made where is_taken and n % 40 = 1`;
}

function copied(product: SandboxProduct): CatalogProduct {
  return {
    id: String(product.id) as ProductId,
    title: product.title,
    handle: product.handle,
    status: "active",
    requiresSellingPlan: false,
    isGiftCard: false,
    type: product.type,
    vendor: product.vendor,
    tags: product.tags,
    metafields: {},
    components: [],
    complementary: [],
    variants: product.variants.map((variant) => ({
      id: String(variant.id) as VariantId,
      title: variant.title,
      options: variant.options,
      price: { minor: variant.priceMinor, currency: GBP },
      stock: { kind: "tracked", left: variant.stock },
      requiresShipping: variant.requiresShipping,
      inventoryItem: String(variant.inventoryItemId),
    })),
    updatedAt: NOON,
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (!item) throw new Error("the demo shop sells something");
  return item;
}
