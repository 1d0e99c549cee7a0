import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { acceptOffer } from "#app/flows/accept-offer.ts";
import { decideOffer, decisionMemory } from "#app/flows/decide-offer.ts";
import { recordShopperEvent } from "#app/flows/record-shopper-event.ts";
import { postPurchaseEndpoints } from "#app/http/post-purchase.ts";
import type { BodyLimits } from "#app/http/read-body.ts";
import { shoppersListener, shoppersServerOptions } from "#app/http/shoppers-listener.ts";
import { openLog } from "#app/platform/log.ts";
import { postPurchaseAuthenticator } from "#app/shopify/authenticate-post-purchase.ts";
import { changesetSigner } from "#app/shopify/sign-changeset.ts";
import { sealedTickets } from "#app/shopify/tickets.ts";
import { quickCustomerFacts } from "#app/stores/customer-facts.ts";
import type { Database } from "#app/stores/database.ts";
import { type DecisionRecorder, decisionRecorder } from "#app/stores/decision-recorder.ts";
import { type LiveShops, liveShops } from "#app/stores/live-shops.ts";
import { openQuickReads } from "#app/stores/quick-reads.ts";
import { NOON } from "#tests/support/builders.ts";
import { API_KEY, API_SECRET } from "./post-purchase-token.ts";

export interface ShoppersServer {
  readonly url: string;
  readonly port: number;
  readonly live: LiveShops;
  readonly decisions: DecisionRecorder;
  /** The clock of the server; tests move it. */
  now: number;
  /** What the log said, a line each. */
  readonly logLines: string[];
  post(endpoint: "decide" | "accept" | "event", token: string, body?: unknown): Promise<ShopperAnswer>;
  close(): Promise<void>;
}

export interface ShopperAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * The shoppers' endpoints as the app composes them, on a loopback port: real listener, real flows, real database. Where no
 * test is about how long a shopper waits, the database is given time that a busy machine may need.
 */
export async function shoppersServer(
  database: Database,
  { limits, historyWithinMs = 5_000 }: { readonly limits?: BodyLimits; readonly historyWithinMs?: number } = {},
): Promise<ShoppersServer> {
  const logLines: string[] = [];
  const log = openLog({ destination: { write: (line: string) => void logLines.push(line) } });
  const tickets = sealedTickets({ apiSecret: API_SECRET });
  const sign = changesetSigner({ apiKey: API_KEY, apiSecret: API_SECRET });
  const live = liveShops(database);
  const decisions = decisionRecorder(database);
  const memory = decisionMemory();
  const quickReads = openQuickReads(database.connectionString, (err) => log.warn({ err }, "a quick read failed"));
  await quickReads.warm();
  const customerFacts = quickCustomerFacts(quickReads, historyWithinMs);

  const endpoints = postPurchaseEndpoints({
    authenticate: postPurchaseAuthenticator({ apiSecret: API_SECRET }),
    isKnownAbsent: live.isKnownAbsent,
    decide: (facts, now) => decideOffer({ live, customerFacts, decisions, tickets, memory }, facts, now),
    accept: (ask, now) => acceptOffer({ database, tickets, sign }, ask, now),
    record: (ask, now) => recordShopperEvent({ database, live, tickets }, ask, now),
    clock: () => shoppers.now,
    log,
    ...(limits && { limits }),
  });
  const server = createServer(shoppersServerOptions, shoppersListener({ endpoints, log }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const shoppers: ShoppersServer = {
    url,
    port,
    live,
    decisions,
    now: NOON,
    logLines,
    post: async (endpoint, token, body = {}) => {
      const response = await fetch(`${url}/api/v1/post-purchase/${endpoint}`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await decisions.flush();
      await quickReads.close();
      await live.close();
    },
  };
  return shoppers;
}
