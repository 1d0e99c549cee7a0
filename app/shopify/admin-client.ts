import type { Shop } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Log } from "#app/platform/log.ts";
import { type AdminRefusal, adminRefusal } from "./admin-refusal.ts";
import type { AdminDocument } from "./graphql/document.ts";
import type { Shopify } from "./shopify-app.ts";

/** A shop's Admin API, for work that no merchant is waiting in front of. */
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
  /** Handed in, so that tests need not wait. */
  readonly pause?: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1: spreads the next tries of callers that were throttled together. */
  readonly dice?: () => number;
}

const TRIES = 5;
/** Shopify ends a query of its own accord after 10 s on most fields; past 15 s nobody answers. */
const TIMEOUT_MS = 15_000;

export function adminClients({ shopify, log, pause = sleep, dice = Math.random }: AdminClientNeeds): AdminOf {
  const send = async <Data>(
    shop: Shop,
    text: string,
    variables: Record<string, unknown>,
    mayAskAgain: (refusal: AdminRefusal) => boolean,
  ): Promise<Data> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await askOnce<Data>(shopify, shop, text, variables);
      } catch (error) {
        const refusal = adminRefusal(error, attempt);
        if (refusal.kind === "final" || attempt === TRIES || !mayAskAgain(refusal)) throw refusal.error;
        const ms = Math.round(refusal.waitMs + dice() * 500);
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
): Promise<Data> {
  const { admin } = await shopify.unauthenticated.admin(shop);
  const response = await admin.graphql(text, { variables, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { data } = (await response.json()) as { data?: Data };
  if (!data) throw new AppError("shopify-away", 503, "Shopify answered without data.", { retryAfterSeconds: 10 });
  return data;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
