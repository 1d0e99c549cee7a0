import { z } from "zod";
import { OFFER_KINDS } from "#app/core/rules/offer-kind.ts";

/**
 * The shoppers' endpoints of the post-purchase page, version 1. Each is a POST of JSON with the page's own token as
 * `Authorization: Bearer`; the purchase is read from the token, never from the body.
 *
 * POST /api/v1/post-purchase/decide  {}              → DecideAnswer
 * POST /api/v1/post-purchase/accept  AcceptRequest   → AcceptAnswer
 * POST /api/v1/post-purchase/event   EventRequest    → EventAnswer
 *
 * Refusals are `Refusal` with 400, 401, 404, 409, 413, 429 or 503, CORS headers included.
 */

const money = z.object({ minor: z.int().nonnegative(), currency: z.string().length(3) });

const image = z.object({ url: z.string(), description: z.string() });

const offeredVariant = z.object({
  variantId: z.string(),
  title: z.string(),
  /** Both for the product's `pieces` together. */
  price: money,
  offerPrice: money,
  quantityMost: z.int().min(1).max(10),
  image: image.optional(),
});

const offeredProduct = z.object({
  title: z.string(),
  image: image.optional(),
  /** 1; in a bundle, how many of it belong to it. */
  pieces: z.int().min(1).max(10),
  /** Exactly one in a bundle. */
  variants: z.array(offeredVariant).min(1),
  /** What the variants differ in, "Colour"; absent where they differ in several things or there is but one. */
  choice: z.string().optional(),
});

/** What the extension draws: words or none, never a rule or a reason that is not the shopper's. */
const offerView = z.object({
  step: z.int().min(1),
  /** "downsell" and "gift" have words of their own. */
  kind: z.enum(OFFER_KINDS),
  /** The shopper takes one of the products, or all of them for one price. */
  arrangement: z.enum(["one-of", "together"]),
  products: z.array(offeredProduct).min(1).max(5),
  /** How the unsigned changeset says it: a share of the price, or the difference of `price` and `offerPrice` for each piece. */
  discount: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("percent"), percent: z.number().gt(0).max(100) }),
    z.object({ kind: z.literal("amount") }),
  ]),
  /** What is charged for sending it, before tax; absent when nothing is. */
  shippingPrice: money.optional(),
  /** Whose product it is, where it is not the shop's. */
  partner: z.string().optional(),
  /** The merchant's words in the shopper's language, their merge fields as written; the extension has its own where they are absent. */
  headline: z.string().optional(),
  reason: z.string().optional(),
  /** The title of what the shopper bought that made this offer fit. */
  because: z.string().optional(),
  /** Whether something follows a yes, a no: `next` of the event's answer may then hold it. */
  follows: z.object({ accepted: z.boolean(), declined: z.boolean() }),
  ticket: z.string(),
});

export const decideAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("show"),
    offer: offerView,
    /** The page's own words in the shopper's language (`PostPurchaseWords`); absent where the page reads English. */
    words: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ kind: z.literal("nothing") }),
]);

/** A bundle with a path behind it and words in several languages fits. */
const TICKET_LENGTH_MOST = 32_768;

const numericId = z.string().regex(/^\d{1,20}$/);

export const acceptRequest = z.object({
  ticket: z.string().max(TICKET_LENGTH_MOST),
  /** One of the products, or every item of a bundle. */
  items: z
    .array(z.object({ variantId: numericId, quantity: z.int().min(1).max(10) }))
    .min(1)
    .max(5),
});

export const acceptAnswer = z.discriminatedUnion("kind", [
  /** `changeset` is the signed token for `calculateChangeset` and `applyChangeset`. */
  z.object({ kind: z.literal("accepted"), changeset: z.string() }),
  /** Nothing was kept; the offer as it stands now, to be shown before anything is charged. */
  z.object({ kind: z.literal("price-changed"), offer: offerView }),
  z.object({ kind: z.literal("unavailable") }),
]);

export const eventRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("impression"), ticket: z.string().max(TICKET_LENGTH_MOST) }),
  z.object({ kind: z.literal("decline"), ticket: z.string().max(TICKET_LENGTH_MOST) }),
  z.object({
    kind: z.literal("applied"),
    ticket: z.string().max(TICKET_LENGTH_MOST),
    status: z.enum(["processed", "partially_processed", "unprocessed"]),
    errors: z.array(z.string().max(100)).max(10),
  }),
]);

/** `next` is what follows a `decline`, or an `applied` that was processed; absent when nothing does. */
export const eventAnswer = z.object({ kind: z.literal("kept"), next: offerView.optional() });

export const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type OfferView = z.infer<typeof offerView>;
export type DecideAnswer = z.infer<typeof decideAnswer>;
export type AcceptRequest = z.infer<typeof acceptRequest>;
export type AcceptAnswer = z.infer<typeof acceptAnswer>;
export type EventAnswer = z.infer<typeof eventAnswer>;
export type EventRequest = z.infer<typeof eventRequest>;
export type Refusal = z.infer<typeof refusal>;
