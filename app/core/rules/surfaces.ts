import type { Surface } from "../facts/facts.ts";
import type { Message } from "../values/say.ts";

/** What a rule can do on a surface. */
interface Abilities {
  /** Says "on the post-purchase page". */
  readonly where: Message;
  /** How far a path goes there: Shopify takes three accepted offers after a purchase; elsewhere one offer is shown. */
  readonly steps: number;
}

const abilities: Readonly<Record<Surface, Abilities>> = {
  cart: { where: "engine.where.cart", steps: 1 },
  checkout: { where: "engine.where.checkout", steps: 1 },
  "post-purchase": { where: "engine.where.post-purchase", steps: 3 },
  "thank-you": { where: "engine.where.thank-you", steps: 1 },
  "order-status": { where: "engine.where.order-status", steps: 1 },
  email: { where: "engine.where.email", steps: 1 },
};

export const SURFACES = Object.keys(abilities) as readonly Surface[];

/** What can be done on this surface. */
export function abilitiesOn(surface: Surface): Abilities {
  return abilities[surface];
}
