import type { Engine } from "../engine.ts";
import { readJwt } from "../jwt.ts";
import type { Order } from "../state/order.ts";
import { type ParsedChange, parseChanges } from "./changes.ts";
import { MILLISECONDS_FROM, referenceOf } from "./doubts.ts";

export type ReadChangesetToken =
  | { readonly kind: "valid"; readonly jti: string; readonly changes: readonly ParsedChange[] }
  | { readonly kind: "invalid"; readonly why: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A changeset as the app signs it: HS256 with the client secret, `iss` the client id, `sub` the reference of this
 * purchase, `jti` a UUID, `iat` not before the purchase was paid, `exp` (where given) not past.
 */
export function readChangesetToken(engine: Engine, order: Order, token: string): ReadChangesetToken {
  const read = readJwt(token, engine.app.clientSecret);
  if (read.kind === "invalid") return read;
  const { iss, sub, iat, exp, jti, changes } = read.claims;
  if (iss !== engine.app.clientId) return invalid("iss is not the app's API key");
  if (sub !== referenceOf(order.checkoutToken)) return invalid("sub is not the reference of this purchase");
  if (typeof jti !== "string" || !UUID.test(jti)) return invalid("jti is not a UUID");
  if (typeof iat !== "number") return invalid("iat is missing");
  if (wholeSecond(iat) < Math.floor(order.createdAt / 1000)) return invalid("iat is before the initial purchase");
  if (exp !== undefined && (typeof exp !== "number" || wholeSecond(exp) * 1000 <= engine.now())) {
    return invalid("exp is past");
  }
  const parsed = parseChanges(changes, true);
  return parsed.kind === "invalid" ? invalid(parsed.message) : { kind: "valid", jti, changes: parsed.changes };
}

function wholeSecond(claim: number): number {
  return Math.floor(claim >= MILLISECONDS_FROM ? claim / 1000 : claim);
}

function invalid(why: string): ReadChangesetToken {
  return { kind: "invalid", why };
}
