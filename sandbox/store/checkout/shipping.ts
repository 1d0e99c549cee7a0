import type { Engine } from "../engine.ts";
import { inShopMoney } from "../engine.ts";
import type { ShippingMethod } from "../state/checkout.ts";

const EUROPE = new Set<string>(["IE", "DE", "AT", "FR", "BE", "NL", "ES", "IT", "PT"]);

/** Cheapest that is sent first; pickup, which is free but not sent, last. */
export function shippingMethodsFor(engine: Engine, country: string): ShippingMethod[] {
  const method = (id: string, title: string, promise: string, minor: number): ShippingMethod => ({
    id,
    title,
    promise,
    price: inShopMoney(engine, minor),
    pickup: id === "pickup",
  });
  if (country === "GB") {
    return [
      method("standard", "Standard", "3 to 5 working days", 395),
      method("express", "Express", "Next working day", 695),
      method("pickup", "Pick up in the shop", "Ready in 2 hours", 0),
    ];
  }
  return EUROPE.has(country)
    ? [method("europe", "Europe, tracked", "5 to 8 working days", 895)]
    : [method("world", "Worldwide, tracked", "8 to 14 working days", 1495)];
}

export function isDeliverable(engine: Engine, country: string): boolean {
  return engine.shop.shipsTo.includes(country);
}
