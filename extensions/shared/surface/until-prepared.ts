import type { PrepareAnswer, PrepareRequest } from "#app/contracts/surfaces.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";

/** An offer that needs a code stays away until it exists, and for good when it doesn't by then. */
const PREPARED_WITHIN = 10_000;
const ASK_AGAIN_AFTER_LEAST = 250;

export type Prepared = Extract<PrepareAnswer, { kind: "prepared" }>;

/** What the app is asked of an offer as it is drawn: its name, and the variants it is drawn with. */
export function preparedAsDrawn({
  rule,
  version,
  step,
  products,
}: SurfaceOffer): Pick<PrepareRequest, "offer" | "variants"> {
  const variants = products.flatMap((product) => product.variants.map(({ variantId }) => variantId));
  return { offer: { rule, version, step }, variants };
}

/**
 * Asks until the codes exist, at most about ten seconds; each time `ask` is told how long it may take, in milliseconds.
 * Undefined: the offer can't be had at its price.
 */
export async function untilPrepared(
  ask: (milliseconds: number) => Promise<PrepareAnswer | undefined>,
): Promise<Prepared | undefined> {
  const until = Date.now() + PREPARED_WITHIN;
  while (Date.now() < until) {
    const answer = await ask(until - Date.now());
    if (answer?.kind === "prepared") return answer;
    if (answer?.kind !== "not-yet") return undefined;
    await new Promise((resolve) => setTimeout(resolve, Math.max(answer.afterMs, ASK_AGAIN_AFTER_LEAST)));
  }
  return undefined;
}
