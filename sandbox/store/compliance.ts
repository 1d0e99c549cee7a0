import type { Engine } from "./engine.ts";
import type { ComplianceAsk } from "./sandbox-store.ts";

/** Sends one of the three webhooks every app must answer. An unknown customer is not written about. */
export function sendComplianceWebhook(engine: Engine, ask: ComplianceAsk): void {
  const shop = { shop_id: engine.shop.id, shop_domain: engine.shop.domain };
  if (ask.topic === "shop/redact") {
    engine.send(ask.topic, shop);
    return;
  }
  const customer = engine.state.customers.find(({ id }) => id === ask.customerId);
  if (!customer) return;
  const orders = engine.state.orders.filter((order) => order.customerId === customer.id).map((order) => order.id);
  const who = { id: customer.id, email: customer.email, phone: "" };
  engine.send(
    ask.topic,
    ask.topic === "customers/redact"
      ? { ...shop, customer: who, orders_to_redact: orders }
      : { ...shop, customer: who, orders_requested: orders, data_request: { id: engine.newId("data-request") } },
  );
}
