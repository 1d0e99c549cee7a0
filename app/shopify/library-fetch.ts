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
  // A refresh token that is sent and not waited for may be used up.
  if (msLeft < 1) return Promise.reject(new DOMException("There is no time left to ask for a token.", "TimeoutError"));
  const withinMs = Math.floor(Math.min(ANSWER_WITHIN_MS, msLeft));
  return globalThis.fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(withinMs) });
});

/** All tokens that the work asks for are there within so long from now, or it gets none. */
export function withTokensWithin<Outcome>(ms: number, work: () => Outcome): Outcome {
  return deadlines.run(performance.now() + ms, work);
}

/** A token that others wait for too is asked for in its own time, not in what is left to whoever was first. */
export function inItsOwnTime<Outcome>(work: () => Outcome): Outcome {
  return deadlines.exit(work);
}
