import type { SurfaceOffer, SurfaceVariant } from "#app/core/extract/surface-offer.ts";
import { pounds } from "#tests/support/builders.ts";
import type { CartShopSays } from "./cart-shop.ts";

/** One variant of the napkins, at a price in pounds and no less. */
export function napkinVariant(variantId: string, title: string, price: number): SurfaceVariant {
  return { variantId, title, options: [], price: pounds(price), offerPrice: pounds(price), quantityMost: 1 };
}

/** What goes with the teacups in the cart of `teacupCart`. */
export const napkins: SurfaceOffer = {
  rule: "napkins",
  version: 3,
  step: 1,
  kind: "bump",
  arrangement: "one-of",
  products: [
    {
      productId: "1004",
      handle: "napkins",
      title: "Paper napkins with roses",
      pieces: 1,
      variants: [napkinVariant("41004", "Default Title", 3.5)],
    },
  ],
  discount: { kind: "none" },
  priced: "as-is",
  isSentFree: false,
  because: "Regency Teacup Roses",
};

/** A theme's cart page with two teacups in it, and an app that offers the napkins. */
export const teacupCart: CartShopSays = {
  locale: "en",
  currency: "GBP",
  prices: { 41001: 1275, 41004: 350, 41005: 380 },
  handles: { napkins: [41004, 41005] },
  cart: [{ variant: 41001, quantity: 2 }],
  soldOut: [],
  codes: {},
  buyersCodes: [],
  codesCombine: true,
  decide: { kind: "show", offer: napkins },
  prepare: [],
  drawer: false,
};
