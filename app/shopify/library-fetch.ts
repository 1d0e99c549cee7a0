import "@shopify/shopify-app-remix/server";
import { AsyncLocalStorage } from "node:async_hooks";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

/** Shopify gives a token in well under a second. */
const ANSWER_WITHIN_MS = 5_000;

const deadlines = new AsyncLocalStorage<number>();

/**
 * The way of Shopify's library to Shopify. It waits for a token as long as `fetch` does, five minutes, and takes no signal of
 * ours where it asks for one: here every question that has none of its own ends.
 */
setAbstractFetchFunc((input, init) => {
  const msLeft = (deadlines.getStore() ?? Number.POSITIVE_INFINITY) - performance.now();
  const withinMs = Math.max(1, Math.floor(Math.min(ANSWER_WITHIN_MS, msLeft)));
  return globalThis.fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(withinMs) });
});

/** All tokens that the work asks for are there within so long from now, or it gets none. */
export function withTokensWithin<Outcome>(ms: number, work: () => Outcome): Outcome {
  return deadlines.run(performance.now() + ms, work);
}
