/** What a caller may do about it: nothing, or ask again after so many seconds. */
export type Retry = { readonly kind: "no" } | { readonly kind: "after"; readonly seconds: number };

/**
 * The world said no: a database that is away, a token that is not ours, a shop that refuses. Each edge (shoppers' HTTP,
 * Remix routes, jobs) turns it into its own answer once. `message` may be shown to the caller: it holds no secret.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  /** For programs, kebab-case: "unauthorized", "database-away". */
  readonly code: string;
  /** The HTTP status it stands for. */
  readonly status: number;
  readonly retry: Retry;

  constructor(
    code: string,
    status: number,
    message: string,
    { retryAfterSeconds, cause }: { readonly retryAfterSeconds?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.retry = retryAfterSeconds === undefined ? { kind: "no" } : { kind: "after", seconds: retryAfterSeconds };
  }
}
