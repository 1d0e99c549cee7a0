import type { Currency } from "#app/core/values/currency.ts";
import { type Money, sum } from "#app/core/values/money.ts";
import { TAG_CHANGES_UPDATE_THE_CUSTOMER } from "./doubts.ts";
import type { Engine } from "./engine.ts";
import { booked } from "./money-bag.ts";
import { amountsOf } from "./orders/amounts.ts";
import type { StoredCheckout } from "./state/checkout.ts";
import type { Customer } from "./state/customer.ts";
import type { Address } from "./state/order.ts";
import { cleanTags } from "./tags.ts";
import { customerDeletedPayload, customerTopicPayload, taggedPayload } from "./webhooks/payloads/customer.ts";
import { purchasingSummaryPayload } from "./webhooks/payloads/purchasing-summary.ts";

/** Who has this e-mail address, in whatever case it is written. */
export function customerOf(engine: Engine, email: string): Customer | undefined {
  const wanted = email.trim().toLowerCase();
  return engine.state.customers.find((customer) => customer.email === wanted);
}

/** What a customer has bought so far: what went back again is not in `spent`, the orders stay. */
export function historyOf(engine: Engine, id: number): { readonly orders: number; readonly spent: Money } {
  const orders = engine.state.orders.filter((order) => order.customerId === id);
  const amounts = orders.map((order) => booked(amountsOf(order).totalNow));
  return { orders: orders.length, spent: sum(amounts, engine.shop.currency as Currency) };
}

/** The customer of a purchase, made when nobody has the address (customers/create) or with a new address (customers/update). */
export function customerOfPurchase(engine: Engine, stored: StoredCheckout, sentTo: Address | undefined): Customer {
  const at = engine.now();
  const known = customerOf(engine, stored.email);
  if (!known) {
    const names = { firstName: stored.address?.firstName ?? "", lastName: stored.address?.lastName ?? "" };
    return addCustomer(engine, { email: stored.email, ...names, tags: [], address: sentTo });
  }
  known.updatedAt = at;
  if (sentTo && JSON.stringify(sentTo) !== JSON.stringify(known.address)) {
    known.address = sentTo;
    engine.send("customers/update", customerTopicPayload(engine, known));
  }
  return known;
}

/** Someone who has not bought yet. Undefined when the address is none, or somebody's already. */
export function createCustomer(
  engine: Engine,
  { email, firstName, lastName }: Pick<Customer, "email" | "firstName" | "lastName">,
): Customer | undefined {
  if (!/^\S+@\S+$/.test(email.trim()) || customerOf(engine, email)) return undefined;
  return addCustomer(engine, { email, firstName, lastName, tags: [], address: undefined });
}

/** Sends customer.tags_added and customer.tags_removed for what changed. False when there is no such customer. */
export function setCustomerTags(engine: Engine, id: number, tags: readonly string[]): boolean {
  const customer = engine.state.customers.find((known) => known.id === id);
  if (!customer) return false;
  const wanted = cleanTags(tags);
  const added = wanted.filter((tag) => !customer.tags.includes(tag));
  const removed = customer.tags.filter((tag) => !wanted.includes(tag));
  if (added.length + removed.length === 0) return true;
  customer.tags = wanted;
  customer.updatedAt = engine.now();
  engine.changed();
  if (added.length > 0) engine.send("customer.tags_added", taggedPayload(customer, added));
  if (removed.length > 0) engine.send("customer.tags_removed", taggedPayload(customer, removed));
  if (TAG_CHANGES_UPDATE_THE_CUSTOMER) engine.send("customers/update", customerTopicPayload(engine, customer));
  return true;
}

/** False when there is none, or they have bought something: Shopify keeps those. */
export function deleteCustomer(engine: Engine, id: number): boolean {
  const customer = engine.state.customers.find((known) => known.id === id);
  if (!customer || engine.state.orders.some((order) => order.customerId === id)) return false;
  engine.state.customers = engine.state.customers.filter((known) => known !== customer);
  engine.changed();
  engine.send("customers/delete", customerDeletedPayload(customer));
  return true;
}

/** To be called when an order came or what it brought changed: sends customers/purchasing_summary. */
export function salesHistoryChanged(engine: Engine, customerId: number): void {
  const lastOrder = engine.state.orders.findLast((order) => order.customerId === customerId);
  if (!lastOrder) return;
  const { orders, spent } = historyOf(engine, customerId);
  const history = { customerId, lastOrderId: lastOrder.id, orders, spent, at: engine.now() };
  engine.send("customers/purchasing_summary", purchasingSummaryPayload(history));
}

function addCustomer(engine: Engine, who: Omit<Customer, "id" | "createdAt" | "updatedAt">): Customer {
  const at = engine.now();
  const email = who.email.trim().toLowerCase();
  const customer: Customer = { ...who, id: engine.newId("customer"), email, createdAt: at, updatedAt: at };
  engine.state.customers.push(customer);
  engine.changed();
  engine.send("customers/create", customerTopicPayload(engine, customer));
  return customer;
}
