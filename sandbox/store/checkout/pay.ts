import { customerOf, salesHistoryChanged } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { placeOrder } from "../orders/place-order.ts";
import { postPurchaseChance } from "../post-purchase/eligibility.ts";
import { changeStock, variantOf } from "../products.ts";
import type { Checkout, CheckoutProblem, Payment, PaymentMeans, StoredCheckout } from "../state/checkout.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { chargeCard } from "./bogus-gateway.ts";
import { workOut } from "./checkouts.ts";

/** Charges, makes the order, takes the stock. A second call for a paid checkout answers the first's order. */
export function pay(engine: Engine, stored: StoredCheckout, means: PaymentMeans): Payment {
  const checkout = workOut(engine, stored);
  const chance = postPurchaseChance(engine, checkout, means);
  if (stored.orderId !== undefined) return { kind: "paid", orderId: stored.orderId, postPurchase: chance };
  const problem = checkout.problems[0];
  if (problem) return { kind: "refused", message: sentenceFor(problem) };
  const charge = means.kind === "wallet" ? ({ kind: "charged" } as const) : chargeCard(means.number);
  if (charge.kind === "refused") return charge;

  const known = customerOf(engine, stored.email);
  const order = placeOrder(engine, stored, checkout, means, chance.kind === "possible");
  stored.orderId = order.id;
  if (known) stored.postPurchase.customerId = known.id;
  stored.postPurchase.vaultedCard = means.kind === "card" ? means.number.replaceAll(" ", "") : undefined;
  engine.changed();
  engine.send("orders/create", orderPayload(engine, order));
  engine.send("orders/paid", orderPayload(engine, order));
  salesHistoryChanged(engine, order.customerId);
  takeStock(engine, checkout);
  return { kind: "paid", orderId: order.id, postPurchase: chance };
}

function takeStock(engine: Engine, checkout: Checkout): void {
  changeStock(
    engine,
    checkout.lines.flatMap((line) => {
      const found = variantOf(engine, line.variantId);
      return found ? [{ ...found, by: -line.quantity }] : [];
    }),
  );
}

function sentenceFor(problem: CheckoutProblem): string {
  switch (problem.kind) {
    case "empty":
      return "Your cart is empty.";
    case "sold-out":
      return problem.left > 0 ? `Only ${problem.left} left of ${problem.title}.` : `${problem.title} just sold out.`;
    case "gone":
      return "Something in your cart is no longer sold.";
    case "no-email":
      return "Enter your e-mail address.";
    case "no-address":
      return "Enter the address to send it to.";
  }
}
