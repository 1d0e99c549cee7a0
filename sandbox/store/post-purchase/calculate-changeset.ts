import { plus, sum } from "#app/core/values/money.ts";
import type { Engine } from "../engine.ts";
import { moneyBag } from "../money-bag.ts";
import { amountsOf } from "../orders/amounts.ts";
import type { StoredCheckout } from "../state/checkout.ts";
import type { Order } from "../state/order.ts";
import { type ParsedChanges, parseChanges } from "./changes.ts";
import { readChangesetToken } from "./changeset-token.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { CalculateChangesetResult, CalculatedPurchase, Changeset, ChangesetError } from "./wire.ts";

/** What the purchase would be with the changeset, given as an object or as the app's signed token. Changes nothing. */
export function calculateChangeset(
  engine: Engine,
  stored: StoredCheckout,
  order: Order | undefined,
  changeset: Changeset | string,
): CalculateChangesetResult {
  if (!order) return unprocessed({ code: "invalid_request", message: "The initial purchase is not complete" });
  const read = readChanges(engine, stored, order, changeset);
  if ("code" in read) return unprocessed(read);
  if (read.kind === "invalid") return unprocessed({ code: "invalid_request", message: read.message });
  const preparation = prepare(engine, order, read.changes, true);
  return preparation.kind === "rejected"
    ? unprocessed(preparation.error)
    : { status: "processed", errors: [], calculatedPurchase: calculatedPurchase(order, preparation.prepared) };
}

function readChanges(
  engine: Engine,
  stored: StoredCheckout,
  order: Order,
  changeset: Changeset | string,
): ParsedChanges | ChangesetError {
  if (typeof changeset !== "string") {
    const isObject = typeof changeset === "object" && changeset !== null;
    return parseChanges(isObject ? changeset.changes : undefined, false);
  }
  const token = readChangesetToken(engine, order, changeset);
  if (token.kind === "invalid") return { code: "invalid_request", message: token.why };
  return stored.postPurchase.appliedChangesets.includes(token.jti)
    ? { code: "changeset_already_applied", message: "This changeset has been applied already" }
    : { kind: "changes", changes: token.changes };
}

function calculatedPurchase(order: Order, prepared: Prepared): CalculatedPurchase {
  const bag = (amount: Parameters<typeof moneyBag>[0]) => moneyBag(amount, order.presentmentCurrency);
  const now = amountsOf(order);
  return {
    subtotalPriceSet: bag(plus(now.subtotalNow, prepared.subtotal)),
    totalPriceSet: bag(plus(now.totalNow, prepared.total)),
    addedTaxLines: prepared.taxLines.map(({ title, rate, amount }) => ({ priceSet: bag(amount), rate, title })),
    updatedLineItems: prepared.lines.map((line) => ({
      totalPriceSet: bag(line.total),
      priceSet: bag(line.unitPrice),
      productId: line.product.id,
      variantId: line.variant.id,
      productHandle: line.product.handle,
      quantity: line.quantity,
    })),
    addedShippingLines: prepared.shippingLines.map((line) => ({
      priceSet: bag(line.price),
      presentmentTitle: line.presentmentTitle,
    })),
    totalOutstandingSet: bag(sum([now.outstanding, prepared.total], prepared.total.currency)),
  };
}

function unprocessed(error: ChangesetError): CalculateChangesetResult {
  return { status: "unprocessed", errors: [error] };
}
