import type { PurchaseBody } from "#app/contracts/surfaces.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { askForOutcome, prepareOffer } from "../ask-encore.ts";
import { decideAtPage } from "../decide-at-page.ts";
import { type Memory, memoryOf } from "../memory.ts";
import type { Place } from "../page.ts";
import { purchaseOf } from "../purchase-of.ts";

/** What the block has to say about this purchase. */
export type Presented =
  | { readonly kind: "nothing" }
  /** The offer was taken, in this order ("#1044"). */
  | { readonly kind: "bought"; readonly order: string; readonly title?: string }
  | PresentedOffer;

export interface PresentedOffer {
  readonly kind: "offer";
  readonly offer: SurfaceOffer;
  readonly purchase: PurchaseBody;
  readonly memory: Memory;
  /** To be used together in the new checkout. */
  readonly codes: readonly string[];
  readonly validUntil?: number;
}

const NOTHING: Presented = { kind: "nothing" };

/** The offer that can be had now, at the price it says; nothing where one was answered, or something of it is missing. */
export async function presentOffer(place: Place, at: number): Promise<Presented> {
  const purchase = purchaseOf(place);
  if (!purchase || purchase.lines.length === 0) return NOTHING;
  const memory = await memoryOf(place.page, purchase.reference);
  if (memory.answer === "declined") return NOTHING;
  const answer = await (memory.answer ? askForOutcome(place, purchase) : decideAtPage(place, purchase, at));
  if (answer?.kind === "answered") return whatBecameOf(answer);
  if (answer?.kind !== "show" || memory.answer) return NOTHING;
  const { offer } = answer;
  const needsCodes = offer.priced === "code" || offer.isSentFree;
  const prepared = needsCodes ? await prepareOffer(place, purchase, offer) : NO_CODES;
  if (!prepared) return NOTHING;
  const ends = [offer.validUntil, prepared.validUntil].filter((end) => end !== undefined);
  if (ends.some((end) => end <= at)) return NOTHING;
  const validUntil = ends.length > 0 ? { validUntil: Math.min(...ends) } : {};
  return { kind: "offer", offer, purchase, memory, codes: prepared.codes, ...validUntil };
}

const NO_CODES: { codes: readonly string[]; validUntil?: number } = { codes: [] };

function whatBecameOf({ answer, order, title }: { answer: string; order?: string; title?: string }): Presented {
  if (answer !== "accepted" || order === undefined) return NOTHING;
  return { kind: "bought", order, ...(title === undefined ? {} : { title }) };
}
