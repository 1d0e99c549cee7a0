import type { Instant } from "#app/core/values/instant.ts";
import { isoSeconds } from "../../iso-time.ts";
import { OUR_APP_ID } from "../../state/ids.ts";
import type { Order, OrderLine } from "../../state/order.ts";

/** orders/edited: ids and counts only, no prices; whoever needs those reads the order again. */
export function orderEditedPayload(
  order: Order,
  edit: { readonly id: number; readonly at: Instant; readonly lines: readonly OrderLine[] },
): Readonly<Record<string, unknown>> {
  return {
    order_edit: {
      id: edit.id,
      app_id: OUR_APP_ID,
      created_at: isoSeconds(edit.at),
      committed_at: isoSeconds(edit.at),
      notify_customer: false,
      order_id: order.id,
      staff_note: "",
      user_id: null,
      line_items: { additions: edit.lines.map(({ id, quantity }) => ({ id, delta: quantity })), removals: [] },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
