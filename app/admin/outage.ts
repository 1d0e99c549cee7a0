import { isRouteErrorResponse } from "@remix-run/react";

/** Something could not be asked just now. What the app keeps itself, and what stands on the screen, can still be seen. */
export interface Outage {
  /** `busy`: the app or its database; `unreached`: the app, from this browser. */
  readonly kind: "shopify-away" | "shopify-throttled" | "busy" | "unreached";
}

/** By an AppError's code. */
const OUTAGES: Readonly<Record<string, Outage["kind"]>> = {
  "shopify-away": "shopify-away",
  "shopify-throttled": "shopify-throttled",
  "database-busy": "busy",
  "database-away": "busy",
  "too-slow": "busy",
  busy: "busy",
};

/** The outage that the app answered with, `{code}`; undefined for any other answer. */
export function outageToldBy(answer: unknown): Outage | undefined {
  const kind = OUTAGES[codeIn(answer) ?? ""];
  return kind && { kind };
}

/** Of the `{code}` that the app's edge refuses with. */
export function codeIn(answer: unknown): string | undefined {
  return typeof answer === "object" && answer !== null && "code" in answer ? String(answer.code) : undefined;
}

/** The outage that a page ended in, if it did. */
export function outageIn(error: unknown): Outage | undefined {
  if (isRouteErrorResponse(error)) return outageToldBy(error.data);
  return isUnreached(error) ? { kind: "unreached" } : undefined;
}

/** The browser's own words: it could not fetch an answer, or a script of the page. */
function isUnreached(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /Failed to fetch|NetworkError|Load failed|dynamically imported module|Importing a module/.test(error.message)
  );
}
