import { APP_ADDRESS } from "./app-address.generated.ts";
import { within } from "./within.ts";

/** What came of asking: `refused` is the app's own no, with its HTTP status; `unreached` covers network and time. */
export type Asked<Answer> =
  | { kind: "answered"; answer: Answer }
  | { kind: "refused"; status: number }
  | { kind: "unreached" };

export interface Asking {
  /** Below the app's address, "/api/v1/…". */
  path: string;
  /** The page's own token, sent as the bearer. */
  token: string;
  body: unknown;
  /** After this the request is given up (aborted where the worker can) and counts as unreached. */
  milliseconds: number;
  /** Lets the request outlive the page it was sent from, where workers honour that. */
  outlivesPage?: boolean;
}

/**
 * Browsers refuse requests that outlive their page once 64 KiB of them are under way at a time; a ticket can be 32 KB.
 * Source: fetch.spec.whatwg.org/#http-network-or-cache-fetch.
 */
const MAY_OUTLIVE_UP_TO = 20_000;

/** POSTs JSON to the app. Never rejects. */
export async function askApp<Answer>(asking: Asking): Promise<Asked<Answer>> {
  // Not among the globals that the worker promises.
  const abort = typeof AbortController === "function" ? new AbortController() : undefined;
  try {
    const asked = await within(asking.milliseconds, post<Answer>(asking, abort?.signal));
    if (asked !== "late") return asked;
    abort?.abort();
  } catch {
    // No network, no CORS headers or no JSON: one case for the shopper.
  }
  return { kind: "unreached" };
}

async function post<Answer>(
  { path, token, body, outlivesPage }: Asking,
  signal: AbortSignal | undefined,
): Promise<Asked<Answer>> {
  const sent = JSON.stringify(body);
  const response = await fetch(APP_ADDRESS + path, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: sent,
    keepalive: outlivesPage === true && sent.length < MAY_OUTLIVE_UP_TO,
    signal: signal ?? null,
  });
  if (!response.ok) return { kind: "refused", status: response.status };
  return { kind: "answered", answer: (await response.json()) as Answer };
}
