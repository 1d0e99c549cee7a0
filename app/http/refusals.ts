import type { AcceptRefusal } from "#app/flows/accept-offer.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { AppProxyFault } from "#app/shopify/authenticate-app-proxy.ts";
import type { Authentication, TokenFault } from "#app/shopify/authenticate-post-purchase.ts";
import type { SessionTokenFault } from "#app/shopify/authenticate-session-token.ts";

const tokenSentences: Readonly<Record<TokenFault, string>> = {
  "no-token": "A post-purchase token is needed: Authorization: Bearer …",
  "bad-signature": "The token is not signed as a post-purchase token.",
  "wrong-issuer": "The token was not issued for the post-purchase page.",
  "no-purchase": "The token holds no purchase.",
  "wrong-subject": "The token's subject is not its purchase.",
  "wrong-shop": "The token names no shop at myshopify.com.",
  "bad-time": "The token's time is not readable.",
  "too-old": "The token is older than two hours.",
  "from-the-future": "The token is from the future.",
  expired: "The token has expired.",
};

/** 401 for a token that is not this page's, 400 for one whose purchase can't be read. */
export function tokenRefusal(failed: Exclude<Authentication, { kind: "authenticated" }>): AppError {
  return failed.kind === "refused"
    ? new AppError(failed.why, 401, tokenSentences[failed.why])
    : new AppError("unreadable-purchase", 400, `The token's purchase is not readable at ${failed.where}.`);
}

const accepting: Readonly<Record<AcceptRefusal, readonly [status: number, sentence: string]>> = {
  "ticket-not-ours": [401, "The ticket is not one of this purchase."],
  "ticket-expired": [401, "The ticket has expired."],
  "ticket-stale": [409, "The purchase has changed since the ticket was made."],
  "not-installed": [401, "This shop does not have the app."],
  "not-offered": [404, "The ticket does not offer that."],
  "accepted-otherwise": [409, "This purchase has accepted the offer with another pick."],
  "enough-accepted": [409, "This purchase has accepted as many offers as it can."],
  "path-left": [409, "This purchase has gone another way than this offer's."],
};

export function ticketRefusal(why: AcceptRefusal): AppError {
  const [status, sentence] = accepting[why];
  return new AppError(why, status, sentence);
}

export function notInstalled(): AppError {
  return ticketRefusal("not-installed");
}

const sessionTokenSentences: Readonly<Record<SessionTokenFault, string>> = {
  "no-token": "A session token is needed: Authorization: Bearer …",
  "bad-signature": "The token is not signed as a session token.",
  "wrong-audience": "The token was made for another app.",
  "wrong-kind": "The token is not one of a checkout or account page.",
  "wrong-subject": "The token's subject is no customer.",
  "wrong-shop": "The token names no shop at myshopify.com.",
  "bad-time": "The token's time is not readable.",
  expired: "The token has expired.",
  "from-the-future": "The token is from the future.",
};

export function sessionTokenRefusal(why: SessionTokenFault): AppError {
  return new AppError(why, 401, sessionTokenSentences[why]);
}

const appProxySentences: Readonly<Record<AppProxyFault, string>> = {
  "no-signature": "This address answers what Shopify's app proxy sends.",
  "repeated-parameter": "A parameter comes twice.",
  "bad-signature": "This is not signed by Shopify's app proxy.",
  "wrong-shop": "No shop at myshopify.com is named.",
  "wrong-time": "This was not sent just now.",
};

export function appProxyRefusal(why: AppProxyFault): AppError {
  return new AppError(why, 401, appProxySentences[why]);
}

/** What a page tells of an offer that its shop does not make. */
export function surfaceRefusal(why: "not-offered" | "not-installed"): AppError {
  return why === "not-installed" ? notInstalled() : new AppError(why, 404, "No rule of this shop offers that here.");
}
