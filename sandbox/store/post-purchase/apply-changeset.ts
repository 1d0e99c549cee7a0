import { plus } from "#app/core/values/money.ts";
import { chargeAgain } from "../checkout/bogus-gateway.ts";
import type { Engine } from "../engine.ts";
import { amountsOf, isHeld } from "../orders/amounts.ts";
import { editOrder } from "../orders/edit-order.ts";
import type { StoredCheckout } from "../state/checkout.ts";
import type { Order } from "../state/order.ts";
import { readChangesetToken } from "./changeset-token.ts";
import { CODE_PAST_THE_LIMIT } from "./doubts.ts";
import { prepare } from "./prepare.ts";
import type { ApplyChangesetOptions, ApplyChangesetResult, ChangesetError } from "./wire.ts";

/** Edits the order and charges the card of the purchase. Takes the app's signed token only. */
export function applyChangeset(
  engine: Engine,
  stored: StoredCheckout,
  order: Order | undefined,
  changeset: unknown,
  options: ApplyChangesetOptions,
): ApplyChangesetResult {
  const changesetsMost = Math.min(
    stored.postPurchase.changesetsMost ?? Number.POSITIVE_INFINITY,
    engine.dials.changesetsPerCheckout,
  );
  const remaining = () => Math.max(0, changesetsMost - stored.postPurchase.appliedChangesets.length);
  const answer = (status: ApplyChangesetResult["status"], error?: ChangesetError): ApplyChangesetResult => ({
    status,
    errors: error ? [error] : [],
    changesetApplicationsRemaining: remaining(),
  });
  const no = (code: ChangesetError["code"], message: string) => answer("unprocessed", { code, message });

  if (!order) return no("invalid_request", "The initial purchase is not complete");
  if (typeof changeset !== "string") return no("invalid_request", "applyChangeset takes a signed token");
  const token = readChangesetToken(engine, order, changeset);
  if (token.kind === "invalid") return no("invalid_request", token.why);
  if (stored.postPurchase.appliedChangesets.includes(token.jti)) {
    return no("changeset_already_applied", "This changeset has been applied already");
  }
  const card = stored.postPurchase.vaultedCard;
  if (card === undefined) return no("unsupported_payment_method", "The payment method cannot be charged again");
  if (!isHeld(order, engine.now())) return no("order_released_error", "The order was released to fulfillment");
  if (remaining() === 0) return no(CODE_PAST_THE_LIMIT, "No more changesets can be applied to this purchase");
  const preparation = prepare(engine, order, token.changes, options.buyerConsentToSubscriptions === true);
  if (preparation.kind === "rejected") return answer("unprocessed", preparation.error);

  const due = plus(amountsOf(order).outstanding, preparation.prepared.total);
  const charge = due.minor > 0 ? chargeAgain(card, engine.dials.secondCharge) : "charged";
  if (charge === "declined") {
    return no("payment_required", "The original payment method couldn't be charged");
  }
  stored.postPurchase.appliedChangesets.push(token.jti);
  editOrder(engine, order, preparation.prepared, { amount: due, succeeded: charge === "charged" });
  return charge === "charged"
    ? answer("processed")
    : answer("partially_processed", {
        code: "payment_required",
        message: "The order was edited, but the original payment method couldn't be charged",
      });
}
