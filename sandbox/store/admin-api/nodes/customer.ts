import type { Currency } from "#app/core/values/currency.ts";
import { sum } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { amountsOf } from "../../orders/amounts.ts";
import { gid } from "../gid.ts";
import { moneyNode } from "./money.ts";

export function customerNode(engine: Engine, id: number) {
  const customer = engine.state.customers.find((known) => known.id === id);
  if (!customer) return null;
  const orders = engine.state.orders.filter((order) => order.customerId === id);
  const spent = sum(
    orders.map((order) => amountsOf(order).totalNow),
    engine.shop.currency as Currency,
  );
  return {
    __typename: "Customer",
    id: gid("Customer", id),
    legacyResourceId: String(id),
    numberOfOrders: String(orders.length),
    amountSpent: moneyNode(spent),
    tags: [],
    createdAt: isoSeconds(customer.createdAt),
    updatedAt: isoSeconds(customer.updatedAt),
  };
}
