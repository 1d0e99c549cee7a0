import { isRouteErrorResponse } from "@remix-run/react";
import { refusalCodeOf } from "./answered.ts";

/** Shopify could not be asked just now. What the app keeps itself can still be seen. */
export interface Outage {
  readonly kind: "shopify-away" | "shopify-throttled";
}

/** For what a page asks of Shopify: that it did not answer is an answer too, which the page shows with a way to ask again. */
export async function orOutage<Answer>(work: () => Promise<Answer>): Promise<Answer | Outage> {
  try {
    return await work();
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code === "shopify-away" || code === "shopify-throttled") return { kind: code };
    throw error;
  }
}

/** The outage that a page ended in, if it did. */
export function outageIn(error: unknown): Outage | undefined {
  // The library answers so, without a body, where Shopify gave it no access token; nothing of ours is answered like it.
  const isWithoutToken = isRouteErrorResponse(error) && error.status === 500 && !error.data;
  return isWithoutToken ? { kind: "shopify-away" } : undefined;
}
