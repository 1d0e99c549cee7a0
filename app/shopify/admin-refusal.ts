import { GraphqlQueryError, HttpResponseError } from "@shopify/shopify-api";
import { SessionNotFoundError } from "@shopify/shopify-app-remix/server";
import { AppError } from "#app/platform/app-error.ts";

/** What a failed question to the Admin API means: the end of it, or another try after a while. */
export type AdminRefusal =
  | { readonly kind: "final"; readonly error: AppError }
  | { readonly kind: "again"; readonly error: AppError; readonly waitMs: number };

/** `attempt` counts from 1: the pauses after a stumble are 0.5, 1, 2, 4 s. */
export function adminRefusal(error: unknown, attempt: number): AdminRefusal {
  if (error instanceof AppError && error.retry.kind === "no") return { kind: "final", error };
  if (error instanceof SessionNotFoundError) {
    return final("not-installed", 409, "The app is not installed in this shop.", error);
  }
  if (error instanceof GraphqlQueryError) return graphqlRefusal(error);
  if (error instanceof HttpResponseError) return httpRefusal(error, attempt);
  if (error instanceof Response && error.status < 500) {
    return final("shopify-refused", 502, `Shopify refused the app's token (${error.status}).`, error);
  }
  // The network, a timeout, the library's own 500 when a token could not be refreshed.
  return again("shopify-away", "Shopify cannot be reached.", stumblePause(attempt), error);
}

function graphqlRefusal(error: GraphqlQueryError): AdminRefusal {
  const errors = graphqlErrorsOf(error);
  if (errors.some(({ extensions }) => extensions?.code === "THROTTLED")) {
    return again("shopify-throttled", "Shopify throttles this shop's requests.", throttlePause(error), error);
  }
  const [first] = errors;
  const code = first?.extensions?.code;
  // https://shopify.dev/docs/api/admin-graphql#status_and_error_codes: INTERNAL_SERVER_ERROR comes with status 200.
  if (code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT") {
    return again("shopify-away", "Shopify stumbled over the question.", 2_000, error);
  }
  return final("shopify-refused", 502, `Shopify refused the question: ${first?.message ?? error.message}`, error);
}

function httpRefusal(error: HttpResponseError, attempt: number): AdminRefusal {
  const { code } = error.response;
  if (code === 429) return again("shopify-throttled", "Shopify throttles this shop's requests.", 2_000, error);
  if (code >= 500) return again("shopify-away", `Shopify answers ${code}.`, stumblePause(attempt), error);
  return final("shopify-refused", 502, `Shopify refused the request (${code}).`, error);
}

/** Until enough points have come back for the same question; a second when Shopify does not say. */
function throttlePause(error: GraphqlQueryError): number {
  const cost = (error.body as GraphqlErrorBody | undefined)?.extensions?.cost;
  const status = cost?.throttleStatus;
  if (!status || !cost.requestedQueryCost || status.restoreRate <= 0) return 1_000;
  const missing = Math.max(0, cost.requestedQueryCost - status.currentlyAvailable);
  return Math.min(30_000, Math.max(250, (missing / status.restoreRate) * 1_000));
}

const stumblePause = (attempt: number) => Math.min(8_000, 500 * 2 ** (attempt - 1));

interface GraphqlErrorBody {
  readonly errors?: { readonly graphQLErrors?: readonly GraphqlErrorEntry[] };
  readonly extensions?: {
    readonly cost?: {
      readonly requestedQueryCost?: number;
      readonly throttleStatus?: { readonly currentlyAvailable: number; readonly restoreRate: number };
    };
  };
}

interface GraphqlErrorEntry {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

function graphqlErrorsOf(error: GraphqlQueryError): readonly GraphqlErrorEntry[] {
  return (error.body as GraphqlErrorBody | undefined)?.errors?.graphQLErrors ?? [];
}

function final(code: string, status: number, message: string, cause: unknown): AdminRefusal {
  return { kind: "final", error: new AppError(code, status, message, { cause }) };
}

function again(code: string, message: string, waitMs: number, cause: unknown): AdminRefusal {
  return { kind: "again", error: new AppError(code, 503, message, { retryAfterSeconds: 10, cause }), waitMs };
}
