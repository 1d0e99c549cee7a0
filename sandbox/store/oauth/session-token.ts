import { randomUUID } from "node:crypto";
import type { Engine } from "../engine.ts";
import { type ReadJwt, readJwt, signJwt } from "../jwt.ts";

/** How long an id token is good for, and how far two clocks may differ. */
const LIFETIME_SECONDS = 60;
const LEEWAY_SECONDS = 10;

/** The id token App Bridge hands out. https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
export function issueSessionToken(engine: Engine, userId: number): string {
  const now = Math.floor(engine.now() / 1000);
  const claims = {
    iss: `https://${engine.shop.domain}/admin`,
    dest: `https://${engine.shop.domain}`,
    aud: engine.app.clientId,
    sub: String(userId),
    exp: now + LIFETIME_SECONDS,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  return signJwt(claims, engine.app.clientSecret);
}

/** The token's claims when this shop's admin issued it for this app and it is good now. */
export function readSessionToken(engine: Engine, token: string): ReadJwt {
  const read = readJwt(token, engine.app.clientSecret);
  if (read.kind === "invalid") return read;
  const { iss, aud, dest, exp, nbf } = read.claims;
  const now = engine.now() / 1000;
  const invalid = (why: string): ReadJwt => ({ kind: "invalid", why });
  if (iss !== `https://${engine.shop.domain}/admin`) return invalid("iss is not this shop's admin");
  if (aud !== engine.app.clientId) return invalid("aud is not the app");
  if (dest !== `https://${engine.shop.domain}`) return invalid("dest is not this shop");
  if (typeof exp !== "number" || exp + LEEWAY_SECONDS <= now) return invalid("the token has expired");
  if (typeof nbf !== "number" || nbf - LEEWAY_SECONDS > now) return invalid("the token is not good yet");
  return read;
}
