import type { OfferView } from "#app/contracts/post-purchase.ts";

/** What ShouldRender leaves for Render in the page's storage: the only thing the two share. */
interface Kept {
  offer?: OfferView;
}

export function keptOffer(offer: OfferView): Kept {
  return { offer };
}

/** After an acceptance: the same page opened again must not offer it again. */
export const nothingKept: Kept = {};

export function readKeptOffer(initialData: unknown): OfferView | undefined {
  return (initialData as Kept | null | undefined)?.offer;
}
