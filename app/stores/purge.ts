import type { CustomerId, OrderId, Shop } from "#app/core/values/ids.ts";
import { SHOP_GONE_CHANNEL } from "./channels.ts";
import type { Database, Tenant } from "./database.ts";
import { dropExportsOf } from "./exports.ts";

/**
 * Deletes everything we keep of the shop. False, and nothing is deleted, when it has the app (again): Shopify asks for it
 * 48 hours after an uninstall, and a merchant may have come back. A second call finds nothing and does no harm.
 */
export async function eraseShop(database: Database, shop: Shop): Promise<boolean> {
  return database.inShop(shop, async ({ db }) => {
    const [known] = await db.$queryRaw<{ hasTheApp: boolean }[]>`
      select uninstalled_at is null as "hasTheApp" from shops where shop = ${shop} for update`;
    if (known?.hasTheApp) return false;
    const where = { where: { shop } };
    await db.rulebookDraft.deleteMany(where);
    await db.rulebookVersion.deleteMany(where);
    await db.rulebookLive.deleteMany(where);
    await db.rulebookEvent.deleteMany(where);
    await db.catalogProduct.deleteMany(where);
    await db.catalogCollection.deleteMany(where);
    await db.catalogCopy.deleteMany(where);
    await db.staleProduct.deleteMany(where);
    await db.customerOrder.deleteMany(where);
    await db.customerHistory.deleteMany(where);
    // First the orders: what became of one is then not made anew for each decision that goes.
    await db.orderOutcome.deleteMany(where);
    await db.setupCheck.deleteMany(where);
    await db.order.deleteMany(where);
    await db.decision.deleteMany(where);
    await db.acceptance.deleteMany(where);
    await db.shopperEvent.deleteMany(where);
    await db.offerCode.deleteMany(where);
    await db.webhookEvent.deleteMany(where);
    await db.earning.deleteMany(where);
    await db.ruleUse.deleteMany(where);
    await db.ruleRun.deleteMany(where);
    await db.extractCopy.deleteMany(where);
    await db.automaticDiscount.deleteMany(where);
    await db.export.deleteMany(where);
    await db.exportPiece.deleteMany(where);
    await db.erasure.deleteMany(where);
    await db.session.deleteMany(where);
    await db.shop.deleteMany(where);
    await db.$executeRaw`select pg_notify(${SHOP_GONE_CHANNEL}, ${shop})`;
    return true;
  });
}

/**
 * Takes the customer out of what we keep: of the facts and the evidence of decisions (theirs, and those of the orders
 * named), of their answers, of the histories of customers, and of the payloads of webhooks about them; a file of all
 * that we keep goes whole. What was earned stays: it names no one.
 */
export async function eraseCustomer(
  tenant: Tenant,
  { customer, orders }: { readonly customer?: CustomerId; readonly orders: readonly OrderId[] },
): Promise<void> {
  const { shop, db } = tenant;
  await dropExportsOf(tenant, "everything");
  await db.$executeRaw`
    update decisions set customer = null, facts = facts - '{customer,history}'::text[],
      evidence = evidence #- '{facts,customer}' #- '{facts,history}'
    where shop = ${shop} and (customer = ${customer ?? null}
      or reference in (select reference from orders where shop = ${shop} and order_id = any(${orders}::text[])))`;
  await db.$executeRaw`
    with gone as (
      delete from customer_orders where shop = ${shop}
        and (customer = ${customer ?? null} or order_id = any(${[...orders]}::text[]))
      returning customer
    )
    delete from customer_histories where shop = ${shop}
      and (customer = ${customer ?? null} or customer in (select customer from gone))`;
  if (customer) {
    await db.acceptance.updateMany({ where: { shop, customer }, data: { customer: null } });
    await db.shopperEvent.updateMany({ where: { shop, customer }, data: { customer: null } });
    // The key ends with their id: the delivery's own takes its place, so that no two keys become one.
    await db.$executeRaw`
      update webhook_events set payload = payload - 'customer',
        event_key = regexp_replace(event_key, ${`\\m${customer}$`}, 'erased: ' || webhook_id)
      where shop = ${shop} and payload->>'customer' = ${customer}`;
  }
}
