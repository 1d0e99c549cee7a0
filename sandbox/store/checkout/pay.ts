import { customerOf, salesHistoryChanged } from "../customers.ts";
import { countUses } from "../discounts/count-uses.ts";
import type { Engine } from "../engine.ts";
import { financialStatusOf } from "../orders/amounts.ts";
import { placeOrder } from "../orders/place-order.ts";
import { postPurchaseChance } from "../post-purchase/eligibility.ts";
import { changeStock, variantOf } from "../products.ts";
import type { Checkout, CheckoutProblem, Payment, PaymentMeans, StoredCheckout } from "../state/checkout.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { BOGUS_CARDS, chargeCard } from "./bogus-gateway.ts";
import { workOut } from "./checkouts.ts";
import { paymentMethod } from "./payment-methods.ts";

/** Charges, makes the order, takes the stock. A second call for a paid checkout answers the first's order. */
export function pay(engine: Engine, stored: StoredCheckout, means: PaymentMeans): Payment {
  const checkout = workOut(engine, stored);
  const chance = postPurchaseChance(engine, checkout, means);
  if (stored.orderId !== undefined) return { kind: "paid", orderId: stored.orderId, postPurchase: chance };
  const problem = checkout.problems[0];
  if (problem) return { kind: "refused", message: sentenceFor(problem) };
  const charge = means.kind === "card" ? chargeCard(means.number) : ({ kind: "charged" } as const);
  if (charge.kind === "refused") return charge;

  const known = customerOf(engine, stored.email);
  const order = placeOrder(engine, stored, checkout, means, chance.kind === "possible");
  stored.orderId = order.id;
  if (known) stored.postPurchase.customerId = known.id;
  stored.postPurchase.vaultedCard = vaulted(means);
  stored.postPurchase.changesetsMost = means.kind === "method" ? paymentMethod(means.method).changesetsMost : undefined;
  countUses(engine, checkout, order);
  engine.changed();
  engine.send("orders/create", orderPayload(engine, order));
  if (financialStatusOf(order) === "PAID") engine.send("orders/paid", orderPayload(engine, order));
  salesHistoryChanged(engine, order.customerId);
  takeStock(engine, checkout);
  return { kind: "paid", orderId: order.id, postPurchase: chance };
}

/** What can be charged again for an accepted offer; undefined where nothing can. */
function vaulted(means: PaymentMeans): string | undefined {
  if (means.kind === "card") return means.number.replaceAll(" ", "");
  return means.kind === "method" && paymentMethod(means.method).skips === undefined ? BOGUS_CARDS.approved : undefined;
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
