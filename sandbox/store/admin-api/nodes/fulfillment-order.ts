import type { Engine } from "../../engine.ts";
import { isHeld } from "../../orders/amounts.ts";
import type { Order } from "../../state/order.ts";
import { gid } from "../gid.ts";

/** On hold while the shopper may still add something: 3PLs must not send before. */
export function fulfillmentOrderNode(engine: Engine, order: Order) {
  const held = isHeld(order, engine.now());
  const { id } = order.fulfillment;
  return {
    __typename: "FulfillmentOrder",
    id: gid("FulfillmentOrder", id),
    status: held ? "ON_HOLD" : order.cancelledAt === undefined ? "OPEN" : "CLOSED",
    fulfillmentHolds: held
      ? [
          {
            id: gid("FulfillmentHold", id),
            reason: "ONLINE_STORE_POST_PURCHASE_CROSS_SELL",
            displayReason: "Upsell offer",
            reasonNotes: null,
          },
        ]
      : [],
  };
}
