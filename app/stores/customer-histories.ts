import type { CustomerOrder } from "#app/core/facts/customer-order.ts";
import type { CustomerId, OrderId } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore } from "./stored-json.ts";

/** What Shopify says of a customer, besides their orders. */
export interface CustomerDetails {
  readonly id: CustomerId;
  readonly tags: readonly string[];
  readonly ordersInShopify: number;
}

/** A history is cut here, since deciding reads it with each question, and is then not whole: older orders are missing. */
const ORDERS_MOST = 250;

/**
 * Keeps an order of a customer, and what Shopify says of them with it, and makes their history anew. A reading that is
 * older than ours changes nothing. Ends the turn of the customer with the transaction: two orders of one customer that
 * are read at once are both in the history.
 */
export async function keepCustomerOrder(
  tenant: Tenant,
  order: CustomerOrder,
  { tags, ordersInShopify }: CustomerDetails,
): Promise<void> {
  const { db, shop } = tenant;
  await takeTurn(tenant, order.customer);
  const [before] = await db.$queryRaw<{ customer: CustomerId }[]>`
    select customer from customer_orders where shop = ${shop} and order_id = ${order.id}`;
  const kept = await db.$executeRaw`
    insert into customer_orders as kept (shop, order_id, customer, document, counts, is_cancelled, at, updated_at)
    values (${shop}, ${order.id}, ${order.customer}, ${jsonTextToStore(order.past)}::jsonb, ${order.counts},
      ${order.isCancelled}, ${new Date(order.past.at)}, ${new Date(order.updatedAt)})
    on conflict (shop, order_id) do update set customer = excluded.customer, document = excluded.document,
      counts = excluded.counts, is_cancelled = excluded.is_cancelled, at = excluded.at, updated_at = excluded.updated_at
    where kept.updated_at <= excluded.updated_at`;
  if (kept === 0) return;
  await makeHistory(tenant, order.customer, { tags, ordersInShopify });
  // The merchant moved the order to another customer, or merged two.
  if (before && before.customer !== order.customer) await makeHistory(tenant, before.customer);
}

/** Keeps the tags and the count that Shopify gives, for a customer with orders or without. */
export async function keepCustomer(tenant: Tenant, { id, ...details }: CustomerDetails): Promise<void> {
  await takeTurn(tenant, id);
  await makeHistory(tenant, id, details);
}

/** Shopify has no such customer any more: what we hold of them goes. */
export async function forgetCustomer({ db, shop }: Tenant, customer: CustomerId): Promise<void> {
  await db.customerOrder.deleteMany({ where: { shop, customer } });
  await db.customerHistory.deleteMany({ where: { shop, customer } });
}

/** Nobody is named on the order any more. */
export async function forgetBuyer(tenant: Tenant, order: OrderId): Promise<void> {
  const { db, shop } = tenant;
  const [gone] = await db.$queryRaw<{ customer: CustomerId }[]>`
    delete from customer_orders where shop = ${shop} and order_id = ${order} returning customer`;
  if (gone) await makeHistory(tenant, gone.customer);
}

/**
 * One row from the customer's orders. It is complete, unless it had to be cut, in a shop that had no order when the app was
 * installed, and where we hold as many orders that were not cancelled as Shopify counts for the customer. Whether Shopify counts cancelled ones is
 * not documented: leaving ours out can make a whole history look incomplete, and never an incomplete one whole.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Customer (numberOfOrders)
 */
async function makeHistory(
  { db, shop }: Tenant,
  customer: CustomerId,
  { tags, ordersInShopify }: { readonly tags?: readonly string[]; readonly ordersInShopify?: number } = {},
): Promise<void> {
  await db.$executeRaw`
    insert into customer_histories as kept (shop, customer, orders, tags, orders_in_shopify, is_complete, updated_at)
    select ${shop}, ${customer}, held.orders, ${tags ? [...tags] : null}::text[], ${ordersInShopify ?? null}::int,
      held.counted <= ${ORDERS_MOST} and (shops.began_empty or
        held.uncancelled >= coalesce(${ordersInShopify ?? null}::int, known.orders_in_shopify, 2147483647)),
      now()
    from shops cross join (
      select count(*) filter (where not is_cancelled) as uncancelled, count(*) filter (where counts) as counted,
        (select coalesce(jsonb_agg(document order by at desc, order_id), '[]') from (
          select document, at, order_id from customer_orders
          where shop = ${shop} and customer = ${customer} and counts order by at desc, order_id limit ${ORDERS_MOST}
        ) latest) as orders
      from customer_orders where shop = ${shop} and customer = ${customer}
    ) held left join customer_histories known on known.shop = ${shop} and known.customer = ${customer}
    where shops.shop = ${shop}
    on conflict (shop, customer) do update set orders = excluded.orders, is_complete = excluded.is_complete,
      tags = coalesce(excluded.tags, kept.tags), updated_at = excluded.updated_at,
      orders_in_shopify = coalesce(excluded.orders_in_shopify, kept.orders_in_shopify)`;
}

async function takeTurn({ db, shop }: Tenant, customer: CustomerId): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('customer'), hashtext(${`${shop} ${customer}`}))`;
}
