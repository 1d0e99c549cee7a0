import type { Surface } from "../facts/facts.ts";

/** What a rule can do on a surface. */
interface Abilities {
  /** "on the post-purchase page" */
  readonly where: string;
  /** How far a path goes there: Shopify takes three accepted offers after a purchase; elsewhere one offer is shown. */
  readonly steps: number;
}

const abilities: Readonly<Record<Surface, Abilities>> = {
  cart: { where: "in the cart", steps: 1 },
  checkout: { where: "at checkout", steps: 1 },
  "post-purchase": { where: "on the post-purchase page", steps: 3 },
  "thank-you": { where: "on the thank-you page", steps: 1 },
  "order-status": { where: "on the order status page", steps: 1 },
  email: { where: "in an e-mail", steps: 1 },
};

export const SURFACES = Object.keys(abilities) as readonly Surface[];

/** What can be done on this surface. */
export function abilitiesOn(surface: Surface): Abilities {
  return abilities[surface];
}
