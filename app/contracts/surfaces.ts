import { z } from "zod";
import { DECIDING_SURFACES } from "#app/core/extract/extract.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";

/**
 * The shoppers' endpoints of checkout, thank-you and order status, and of the cart, version 1. Each is a POST of JSON.
 *
 * POST /api/v1/offers/{decide,prepare,event}    with the extension's session token as `Authorization: Bearer`
 * POST /proxy/cart/{decide,prepare,event}       through Shopify's app proxy, by its signature
 *
 * The token names the shop and no more: the purchase in the body is the browser's word. It chooses what is shown, never
 * what is paid: a code is made only for a purchase that the shop has told us of, or, before the payment, for one cart.
 * Refusals are `Refusal` (post-purchase.ts) with 400, 401, 404, 409, 413, 429 or 503, CORS headers included.
 */

export { SURFACE_LANGUAGES } from "#app/core/extract/surface-offer.ts";

const money = z.object({ minor: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) });
const numericId = z.string().regex(/^\d{1,20}$/);
const text = z.string().max(255);
/** Names are keys of what is kept: without control signs, which the database does not take. */
const named = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}+$/u);

/** Shopify's largest cart. */
const LINES_MOST = 500;

/** Amounts are in what the shopper pays in. What the surface does not say is absent. */
const purchaseBody = z.object({
  /** The checkout's token; of a cart its own. */
  reference: named(255),
  order: numericId.optional(),
  /** On a page after the cart: the cart's own reference, where the page knows it. */
  cart: named(255).optional(),
  locale: z.string().max(64),
  lines: z
    .array(
      z.object({
        product: numericId,
        productTitle: text,
        variant: numericId,
        quantity: z.int().min(1).max(1_000_000),
        total: money,
        sellingPlan: numericId.optional(),
      }),
    )
    .max(LINES_MOST),
  subtotal: money,
  total: money,
  discountTotal: money.optional(),
  discountCodes: z.array(text).max(100).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  region: text.optional(),
  market: text.optional(),
  signedIn: z.boolean().optional(),
  paymentMethod: text.optional(),
  shippingMethod: text.optional(),
  landingPage: z.string().max(2048).optional(),
  referrer: z.string().max(2048).optional(),
  device: z.enum(["phone", "tablet", "desktop"]).optional(),
  utm: z
    .object({
      source: text.optional(),
      medium: text.optional(),
      campaign: text.optional(),
      term: text.optional(),
      content: text.optional(),
    })
    .optional(),
});

const surface = z.enum(DECIDING_SURFACES);
const offerName = z.object({
  rule: named(120),
  version: z.int().min(0).max(999_999_999),
  step: z.int().min(1).max(20),
});

export const decideRequest = z.object({ surface, purchase: purchaseBody });
export const prepareRequest = z.object({
  surface,
  purchase: purchaseBody,
  offer: offerName,
  /** What the page draws: where the codes would not be good for all of it, there are none. Five products have so many. */
  variants: z.array(numericId).max(10_240).optional(),
});
export const surfaceEventRequest = z.object({
  surface,
  purchase: purchaseBody,
  offer: offerName,
  /** `accept`: added to the cart, or gone to the checkout prepared for it; `undo`: taken out of the cart again. */
  kind: z.enum(["impression", "decline", "accept", "undo"]),
  items: z
    .array(z.object({ variantId: numericId, quantity: z.int().min(1).max(10) }))
    .max(5)
    .optional(),
  /** Higher for each later yes or undo of a purchase on this page: the last one stands in whatever order they arrive. */
  turn: z.int().min(1).optional(),
});
/** The cart's: the proxy says whose shop it is, and the surface is the cart. */
export const cartDecideRequest = decideRequest.omit({ surface: true });
export const cartPrepareRequest = prepareRequest.omit({ surface: true });
export const cartEventRequest = surfaceEventRequest.omit({ surface: true });

export type PurchaseBody = z.infer<typeof purchaseBody>;
export type PrepareRequest = z.infer<typeof prepareRequest>;
export type SurfaceEventRequest = z.infer<typeof surfaceEventRequest>;

export type SurfaceDecideAnswer =
  | { readonly kind: "show"; readonly offer: SurfaceOffer }
  | { readonly kind: "nothing" }
  /** This purchase has said yes or no on this surface before: what became of it, to be told, and nothing else is offered. */
  | {
      readonly kind: "answered";
      readonly answer: "accepted" | "declined";
      readonly title?: string;
      readonly order?: string;
    };

export type PrepareAnswer =
  /** The codes to be used together, the discount's first; they are this purchase's and expire. */
  | { readonly kind: "prepared"; readonly codes: readonly string[]; readonly validUntil: number }
  /** The shop has not told us of the order yet: asked again after so many milliseconds. */
  | { readonly kind: "not-yet"; readonly afterMs: number }
  | { readonly kind: "unavailable" };

export type SurfaceEventAnswer = { readonly kind: "kept" };
