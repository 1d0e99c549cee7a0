import { isRouteErrorResponse } from "@remix-run/react";
import type { Message, Told } from "#app/core/values/say.ts";
import { codeIn } from "./outage.ts";

/** What the world may refuse, by an AppError's code. */
const REFUSALS: Readonly<Record<string, Message>> = {
  "shopify-away": "frame.could-not.shopify-away",
  "shopify-throttled": "frame.could-not.shopify-throttled",
  "shopify-refused": "frame.could-not.shopify-refused",
  "not-installed": "frame.could-not.not-installed",
  "database-busy": "frame.could-not.busy",
  "database-away": "frame.could-not.busy",
  "too-slow": "frame.could-not.busy",
  busy: "frame.could-not.busy",
  "draft-moved": "frame.could-not.busy",
  "too-large": "frame.could-not.too-large",
};

/**
 * What fails is an answer too, never an error page: what the merchant wrote stands only in their browser. The log has the
 * whole; the merchant is told what of it concerns them.
 */
export async function answeredOr<Answer>(
  work: () => Promise<Answer>,
  failed: (why: Told) => Answer,
  { log }: { readonly log: { error(what: object, message: string): void } },
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) throw error;
    log.error({ err: error }, "what a merchant asked could not be done");
    return failed({ message: REFUSALS[refusalCodeOf(error) ?? ""] ?? "frame.could-not" });
  }
}

/** By name: this bundle's copy of AppError is not the one that threw. */
function refusalCodeOf(error: unknown): string | undefined {
  const isRefusal = error instanceof Error && error.name === "AppError" && "code" in error;
  return isRefusal ? String(error.code) : undefined;
}

/** Longer than the app itself tries anything for a merchant: past it nobody answers. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * A lost connection is an answer too, and one that hangs, and one that the app's edge refuses (it tells why by `{code}`): an
 * error here would take the page away, and with it what was written. What the request fails with is not always the network's
 * own error: App Bridge may fail first, at the token for it.
 */
export async function unreachedOr<Answer>(
  work: () => Promise<Answer>,
  unreached: (why: Told) => Answer,
): Promise<Answer> {
  try {
    return await inTime(work());
  } catch (error) {
    const isAnswer = error instanceof Response || isRouteErrorResponse(error);
    // A redirect, a page of Shopify's library.
    if (isAnswer && !isRefusal(error.status)) throw error;
    return unreached({ message: REFUSALS[(await codeToldBy(error)) ?? ""] ?? "frame.unreached" });
  }
}

/** Whether the app, or whoever stands before it, answers so that it did nothing of what was asked: too large, or away. */
export const isRefusal = (status: number): boolean => status >= 500 || status === 413;

async function codeToldBy(error: unknown): Promise<string | undefined> {
  return error instanceof Response ? codeIn(await error.json().catch(() => undefined)) : undefined;
}

function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nobody answers")), ANSWER_WITHIN_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
