import type { Instant } from "#app/core/values/instant.ts";
import type { Message, Say } from "#app/core/values/say.ts";
import type { Moment } from "./moment.ts";
import type { EventTold } from "./order-told.ts";

const STATUSES: Readonly<Record<string, Message>> = {
  processed: "orders.applied.processed",
  partially_processed: "orders.applied.partially_processed",
  unprocessed: "orders.applied.unprocessed",
};

/** Shopify's error codes; one that is not here is shown as it is. */
const ERRORS: Readonly<Record<string, Message>> = {
  payment_required: "orders.error.payment_required",
  unsupported_payment_method: "orders.error.unsupported_payment_method",
  insufficient_inventory: "orders.error.insufficient_inventory",
  changeset_already_applied: "orders.error.changeset_already_applied",
  order_released_error: "orders.error.order_released_error",
  invalid_request: "orders.error.invalid_request",
  server_error: "orders.error.server_error",
};

/** What the browser told is told as such: money is only ever what Shopify's order shows. */
export function appliedMoment(at: Instant, detail: EventTold["detail"], say: Say): Moment {
  const status = typeof detail?.status === "string" ? detail.status : "";
  const errors = Array.isArray(detail?.errors) ? detail.errors.filter((code) => typeof code === "string") : [];
  return {
    at,
    text: say(STATUSES[status] ?? "orders.applied.unknown"),
    tone: status === "processed" ? "good" : "bad",
    ...(errors.length > 0 ? { detail: errors.map((code) => errorText(code, say)).join(" ") } : {}),
  };
}

function errorText(code: string, say: Say): string {
  const message = ERRORS[code];
  return message ? say(message) : code;
}
