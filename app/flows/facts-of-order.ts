import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { type Currency, parseCurrency } from "#app/core/values/currency.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { money, sum } from "#app/core/values/money.ts";
import type { OrderScreen } from "#app/stores/read-models/order-screen.ts";

export interface FactsOfOrder {
  readonly facts: Facts;
  /** `page`: as the page told of it when something was decided; `order`: only what the order itself says. */
  readonly knownFrom: "page" | "order";
}

/**
 * What is known of a past order, as if it were asked about on this page: best what the same page told of it, then any other,
 * then what Shopify says of the order; undefined where that holds nothing that can be decided for.
 */
export function factsOfOrder(screen: OrderScreen, shop: Shop, surface: Surface): FactsOfOrder | undefined {
  const { decisions } = screen;
  const told = decisions.find(({ facts }) => facts.surface === surface) ?? decisions[0];
  if (told) return { facts: { ...(told.evidence?.facts ?? told.facts), surface }, knownFrom: "page" };

  const { order } = screen;
  const currency = screen.shop.currency;
  const ours = new Set(order.addedByUs.map(({ line }) => line));
  const lines = order.lines.flatMap(({ id, title, product, variant, quantity }) => {
    if (!product || !variant || ours.has(id)) return [];
    const paid = (order.bought ?? []).filter(({ line }) => line === id).map(({ amount }) => amount);
    return [{ product, productTitle: title, variant, quantity, total: sum(paid, currency) }];
  });
  if (lines.length === 0) return undefined;
  const subtotal = sum(
    lines.map(({ total }) => total),
    currency,
  );
  const facts: Facts = {
    shop,
    surface,
    reference: order.reference,
    at: order.createdAt,
    locale: "en",
    lines,
    total: order.total,
    subtotal: subtotal.minor > 0 ? subtotal : money(order.total.minor, currency),
    presentmentCurrency: paidIn(order.presentmentCurrency, currency),
    ...(order.paymentGateway ? { paymentMethod: order.paymentGateway } : {}),
    ...(order.discountCodes ? { discountCodes: order.discountCodes } : {}),
  };
  return { facts, knownFrom: "order" };
}

function paidIn(code: string | undefined, shops: Currency): Currency {
  return (code === undefined ? undefined : parseCurrency(code)) ?? shops;
}
