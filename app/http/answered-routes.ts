import { RULEBOOK_CHARACTERS_MOST } from "#app/core/rules/read-rulebook-text.ts";
import { boundedBody } from "#app/platform/bounded-body.ts";

/**
 * What a merchant may send at once. An import is the largest there is: of what a rulebook is written in, a character sent
 * as JSON takes three bytes at most. A little stands around it.
 */
const BODY_BYTES_MOST = 3 * RULEBOOK_CHARACTERS_MOST + 64 * 1024;

/** What Remix hands to a loader or an action, as far as this edge looks at it. */
interface Args {
  readonly request: Request;
  readonly context: {
    readonly encore: { readonly log: Readonly<Record<"info" | "error", (what: object, message: string) => void>> };
  };
}

/** Remix's build, as far as this edge changes it. */
interface Build {
  readonly routes: Readonly<Record<string, Route | undefined>>;
}

interface Route {
  readonly module: { loader?(args: Args): unknown; action?(args: Args): unknown };
}

/**
 * The pages' edge: no body is read past what a merchant may send, and what the world refuses to a loader or an action
 * (Shopify or the database is away) is answered as what it is, a status and `{code}`, which the screens tell in the
 * merchant's language. Remix would make an error without a name of it. Everything else goes on to Remix, where our own
 * mistakes are logged.
 */
export function withRefusalsAnswered<Whole extends Build>(build: Whole): Whole {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader && { loader: answeringRefusals(loader) }),
      ...(action && { action: answeringRefusals(action) }),
    };
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** One loader or action, as the server runs it. */
export function answeringRefusals<A extends Args, Outcome>(work: (args: A) => Outcome) {
  return async (args: A): Promise<Awaited<Outcome>> => {
    const body = boundedBody(args.request, BODY_BYTES_MOST);
    try {
      const outcome = body.refused() ? undefined : await work({ ...args, request: body.request });
      // Whoever reads a body takes one that is too large for one that is no JSON, and answers that.
      const tooLarge = body.refused();
      if (tooLarge) throw tooLarge;
      return outcome as Awaited<Outcome>;
    } catch (outcome) {
      const thrown = body.refused() ?? outcome;
      const refusal = refusalIn(thrown);
      if (!refusal) throw thrown;
      const { code, status, seconds } = refusal;
      const { pathname } = new URL(args.request.url);
      const told = { method: args.request.method, path: pathname, code };
      // What somebody sent is theirs: nobody is woken by it.
      if (status < 500) args.context.encore.log.info(told, "a page is refused");
      else args.context.encore.log.error({ ...told, err: thrown }, "a page waits");
      throw Response.json({ code }, { status, headers: seconds === undefined ? {} : { "Retry-After": `${seconds}` } });
    } finally {
      body.throwAway();
    }
  };
}

interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly seconds?: number;
}

function refusalIn(thrown: unknown): Refusal | undefined {
  // Shopify's library says so, without a word, that it got no access token; nothing of ours is answered like it.
  if (thrown instanceof Response && thrown.status === 500 && thrown.body === null) {
    return { code: "shopify-away", status: 503, seconds: 10 };
  }
  return isAppError(thrown)
    ? {
        code: thrown.code,
        status: thrown.status,
        ...(thrown.retry.kind === "after" && { seconds: thrown.retry.seconds }),
      }
    : undefined;
}

interface AppErrorsShape extends Error {
  readonly code: string;
  readonly status: number;
  readonly retry: { readonly kind: "no" } | { readonly kind: "after"; readonly seconds: number };
}

/** By name: the pages' bundle has a copy of the class of its own. */
function isAppError(thrown: unknown): thrown is AppErrorsShape {
  return thrown instanceof Error && thrown.name === "AppError" && "code" in thrown && "retry" in thrown;
}
