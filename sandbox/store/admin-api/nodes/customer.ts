import { historyOf } from "../../customers.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { Customer } from "../../state/customer.ts";
import { gid } from "../gid.ts";
import { moneyNode } from "./money.ts";

export function customerNode(engine: Engine, { id, tags, createdAt, updatedAt }: Customer) {
  const { orders, spent } = historyOf(engine, id);
  return {
    __typename: "Customer",
    id: gid("Customer", id),
    legacyResourceId: String(id),
    numberOfOrders: String(orders),
    amountSpent: moneyNode(spent),
    tags: tags.toSorted(),
    createdAt: isoSeconds(createdAt),
    updatedAt: isoSeconds(updatedAt),
  };
}
