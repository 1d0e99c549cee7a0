import { randomBytes } from "node:crypto";
import type { Engine } from "../engine.ts";
import type { AccessToken, Installation } from "../state/installation.ts";

const REFRESH_TOKEN_DAYS = 90;
const ONLINE_TOKEN_SECONDS = 24 * 60 * 60;

/**
 * A new offline token. An expiring one comes with a refresh token and takes the place of the pairs before it: their
 * refresh tokens stop working, their access tokens live on until they expire, so that requests under way end well.
 */
export function issueOfflineToken(engine: Engine, installation: Installation, expiring: boolean): AccessToken {
  const now = engine.now();
  if (expiring) for (const token of engine.state.tokens) token.refreshSpent ||= token.mode === "offline";
  return keep(engine, {
    accessToken: `shpat_${randomBytes(16).toString("hex")}`,
    mode: "offline",
    userId: undefined,
    scopes: installation.scopes,
    expiresAt: expiring ? now + engine.dials.accessTokenSeconds * 1000 : undefined,
    refresh: expiring
      ? { token: `shprt_${randomBytes(16).toString("hex")}`, expiresAt: now + REFRESH_TOKEN_DAYS * 86_400_000 }
      : undefined,
    refreshSpent: false,
  });
}

export function issueOnlineToken(engine: Engine, installation: Installation, userId: number): AccessToken {
  return keep(engine, {
    accessToken: `shpua_${randomBytes(16).toString("hex")}`,
    mode: "online",
    userId,
    scopes: installation.scopes,
    expiresAt: engine.now() + ONLINE_TOKEN_SECONDS * 1000,
    refresh: undefined,
    refreshSpent: false,
  });
}

/** The token of an API call, when it is known and good now. */
export function goodToken(engine: Engine, accessToken: string): AccessToken | undefined {
  const token = engine.state.tokens.find((known) => known.accessToken === accessToken);
  return token && (token.expiresAt === undefined || token.expiresAt > engine.now()) ? token : undefined;
}

function keep(engine: Engine, token: AccessToken): AccessToken {
  const isOver = ({ expiresAt, refresh }: AccessToken) =>
    (refresh?.expiresAt ?? expiresAt ?? Number.POSITIVE_INFINITY) <= engine.now();
  engine.state.tokens = [...engine.state.tokens.filter((known) => !isOver(known)), token];
  engine.changed();
  return token;
}
