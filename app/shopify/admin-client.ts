import type { Shop } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Log } from "#app/platform/log.ts";
import { type AdminRefusal, adminRefusal } from "./admin-refusal.ts";
import type { AdminDocument } from "./graphql/document.ts";
import { AS_A_JOB, type Patience } from "./patience.ts";
import type { Shopify } from "./shopify-app.ts";

/** A shop's Admin API. How long Shopify is given is decided where the client is made: see `Patience`. */
export interface Admin {
  readonly shop: Shop;
  /**
   * The operation's data. Waits and asks again when Shopify throttles or stumbles: for reads, and for changes of which
   * twice is as good as once. Throws an AppError: `shopify-throttled`, `shopify-away` (both worth another try later),
   * `not-installed`, `shopify-refused`.
   */
  ask<Data, Variables extends Record<string, unknown>>(
    document: AdminDocument<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
  /**
   * The same for what must not be done twice: sent again only where Shopify certainly did nothing, since it throttles.
   * After a `shopify-away` it may have been done; whoever asks again looks first.
   */
  tell<Data, Variables extends Record<string, unknown>>(
    document: AdminDocument<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

export type AdminOf = (shop: Shop) => Admin;

export interface AdminClientNeeds {
  readonly shopify: Pick<Shopify, "unauthenticated">;
  readonly log: Log;
  /** A job's unless told: it has time. */
  readonly patience?: Patience;
  /** Handed in, so that tests need not wait. */
  readonly pause?: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1: spreads the next tries of callers that were throttled together. */
  readonly dice?: () => number;
}

export function adminClients({
  shopify,
  log,
  patience = AS_A_JOB,
  pause = sleep,
  dice = Math.random,
}: AdminClientNeeds): AdminOf {
  let silentSince: number | undefined;
  const msLeft = () => {
    silentSince ??= performance.now();
    return silentSince + patience.silenceMs - performance.now();
  };

  const send = async <Data>(
    shop: Shop,
    text: string,
    variables: Record<string, unknown>,
    mayAskAgain: (refusal: AdminRefusal) => boolean,
  ): Promise<Data> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const withinMs = Math.max(1, Math.floor(Math.min(patience.answerWithinMs, msLeft())));
        const data = await askOnce<Data>(shopify, shop, text, variables, withinMs);
        silentSince = undefined;
        return data;
      } catch (error) {
        const refusal = adminRefusal(error, attempt);
        if (refusal.kind === "final" || attempt === patience.tries || !mayAskAgain(refusal)) throw refusal.error;
        const ms = Math.round(refusal.waitMs + dice() * 500);
        if (ms >= msLeft()) throw refusal.error;
        log.info({ shop, attempt, ms, code: refusal.error.code }, "asking Shopify again");
        await pause(ms);
      }
    }
  };
  return (shop) => ({
    shop,
    ask: ({ text }, variables) => send(shop, text, variables, () => true),
    tell: ({ text }, variables) => send(shop, text, variables, ({ error }) => error.code === "shopify-throttled"),
  });
}

/** The session is loaded for each question: a long job would outlive an access token. */
async function askOnce<Data>(
  shopify: AdminClientNeeds["shopify"],
  shop: Shop,
  text: string,
  variables: Record<string, unknown>,
  withinMs: number,
): Promise<Data> {
  // From now: that the session is loaded, and its token renewed, is a part of the wait.
  const signal = AbortSignal.timeout(withinMs);
  const { admin } = await shopify.unauthenticated.admin(shop);
  const response = await admin.graphql(text, { variables, signal });
  const { data } = (await response.json()) as { data?: Data };
  if (!data) throw new AppError("shopify-away", 503, "Shopify answered without data.", { retryAfterSeconds: 10 });
  return data;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
