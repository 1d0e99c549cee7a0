import type { PrepareAnswer, SurfaceDecideAnswer, SurfaceEventAnswer } from "#app/contracts/surfaces.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { surfaceOfferOf } from "#app/core/extract/surface-offer-of.ts";
import { firstOffer, type Stage, VERSION } from "./stage.ts";

/** What a code would be called: long enough to look like one. */
const PREVIEW_CODE = "ENC-PREVIEW";
const CODES_LAST_MS = 3 * 24 * 60 * 60_000;

/** The offer as the app would send it. */
export function surfaceOffer(stage: Stage): SurfaceOffer | undefined {
  const chosen = firstOffer(stage);
  const { rule, facts, compiled, ask } = stage;
  const drawing = { locale: ask.locale, isAutomatic: false, step: 1, version: VERSION };
  return chosen && surfaceOfferOf(chosen, rule, facts.surface, compiled.catalog, drawing);
}

/** The app's answers to the blocks and to the cart, by the last part of the address: nothing is kept, nothing is made. */
export function appAnswer(
  stage: Stage,
  address: string,
): SurfaceDecideAnswer | PrepareAnswer | SurfaceEventAnswer | undefined {
  if (address.endsWith("/decide")) {
    const offer = surfaceOffer(stage);
    return offer ? { kind: "show", offer } : { kind: "nothing" };
  }
  if (address.endsWith("/prepare")) {
    return { kind: "prepared", codes: [PREVIEW_CODE], validUntil: stage.facts.at + CODES_LAST_MS };
  }
  return address.endsWith("/event") ? { kind: "kept" } : undefined;
}
