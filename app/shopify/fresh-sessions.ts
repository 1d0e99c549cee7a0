import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { RefreshToken } from "./refresh-token.ts";

export interface FreshSessionsNeeds {
  /** Where they are kept. */
  readonly sessions: SessionStorage;
  readonly refresh: RefreshToken;
  /** One at a time under a name, across processes: `exclusively` of the stores. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly now: Clock;
  readonly log: Log;
}

export interface FreshSessions extends SessionStorage {
  /**
   * Uses the shop's refresh token when it would die within `withinMs`, so that a quiet shop is not lost: it lives 90
   * days and its use gives a new one.
   */
  keepAlive(shop: Shop, withinMs: number): Promise<"fresh" | "renewed" | "failed">;
}

/** The library refreshes at 5 minutes left, without a lock: we do it before it has a reason to. */
const AHEAD_MS = 10 * 60_000;
/** A webhook must be answered within 5 s, and it may be a session load that a refresh stands in front of. */
const PATIENCE_MS = 3_000;
/** After a refusal Shopify is not asked again for so long, however many webhooks come. */
const REST_MS = 30_000;

/**
 * Sessions whose offline access token is never about to expire: a refresh token is used once, however many requests,
 * workers and processes find it due at the same moment, and an older token never replaces a newer one. Using one twice
 * is forgiven only until its replacement is used
 * (https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens).
 *
 * When Shopify cannot or will not refresh, the session is given as it is but without its refresh token: the library
 * would else try the same on its own, without a lock, and answer a webhook with 500. An open admin then gets a new
 * token by token exchange.
 */
export function freshSessions(needs: FreshSessionsNeeds): FreshSessions {
  const { sessions, exclusively, now, log } = needs;
  const underWay = new Map<string, Promise<Session>>();
  const restingUntil = new Map<string, number>();

  function refreshed(session: Session, isDue: (stored: Session) => boolean): Promise<Session> {
    const sameOne = underWay.get(session.id);
    if (sameOne) return sameOne;
    const flight = refreshOnce(needs, session, isDue).finally(() => underWay.delete(session.id));
    underWay.set(session.id, flight);
    return flight;
  }

  async function freshOrAsItIs(session: Session): Promise<Session> {
    if ((restingUntil.get(session.id) ?? 0) > now()) return withoutRefreshToken(session);
    const flight = refreshed(session, (stored) => expiresWithin(stored, AHEAD_MS, now())).catch((error: unknown) => {
      restingUntil.set(session.id, now() + REST_MS);
      log.warn({ err: error, shop: session.shop }, "an access token could not be refreshed");
      return withoutRefreshToken(session);
    });
    return (await within(PATIENCE_MS, flight)) ?? withoutRefreshToken(session);
  }

  return {
    loadSession: async (id) => {
      const session = await sessions.loadSession(id);
      return session && expiresWithin(session, AHEAD_MS, now()) ? freshOrAsItIs(session) : session;
    },
    storeSession: (session) =>
      exclusively(lockOf(session.id), async () => {
        const stored = await sessions.loadSession(session.id);
        return stored && isNewer(stored, session) ? true : sessions.storeSession(session);
      }),
    keepAlive: async (shop, withinMs) => {
      const session = await sessions.loadSession(`offline_${shop}`);
      const isDue = ({ refreshToken, refreshTokenExpires }: Session) =>
        refreshToken !== undefined && refreshTokenExpires !== undefined && +refreshTokenExpires - now() < withinMs;
      if (!session || !isDue(session)) return "fresh";
      return refreshed(session, isDue).then(
        () => "renewed" as const,
        (error: unknown) => {
          log.warn({ err: error, shop }, "a refresh token that is about to expire could not be renewed");
          return "failed" as const;
        },
      );
    },
    deleteSession: (id) => sessions.deleteSession(id),
    deleteSessions: (ids) => sessions.deleteSessions(ids),
    findSessionsByShop: (shop) => sessions.findSessionsByShop(shop),
  };
}

/** Looks again under the lock: another process may have been faster. */
function refreshOnce(
  { sessions, refresh, exclusively }: FreshSessionsNeeds,
  { id }: Session,
  isDue: (stored: Session) => boolean,
): Promise<Session> {
  return exclusively(lockOf(id), async () => {
    const stored = await sessions.loadSession(id);
    if (!stored) throw new Error(`the session ${id} is gone`);
    if (!stored.refreshToken || !isDue(stored)) return stored;
    const next = await refresh({ shop: stored.shop, refreshToken: stored.refreshToken });
    await sessions.storeSession(next);
    return next;
  });
}

const lockOf = (id: string) => `session ${id}`;

function expiresWithin({ isOnline, refreshToken, expires }: Session, ms: number, now: number): boolean {
  return !isOnline && refreshToken !== undefined && expires !== undefined && expires.getTime() - now < ms;
}

/** Two tokens asked for at once are stored in any order, and a request with the old one may end after the refresh. */
function isNewer(stored: Session, other: Session): boolean {
  if (!stored.accessToken || !stored.expires || !other.expires) return false;
  return stored.expires.getTime() > other.expires.getTime();
}

function withoutRefreshToken(session: Session): Session {
  const { refreshToken: _dropped, ...rest } = session.toObject();
  return new Session(rest);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
