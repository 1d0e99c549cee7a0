import { randomUUID } from "node:crypto";
import { isGranted } from "../access-scopes.ts";
import type { Engine } from "../engine.ts";
import { signJwt } from "../jwt.ts";

const LIFETIME_SECONDS = 5 * 60;

export type ExtensionPlace = "checkout" | "thank-you" | "order-status";

/**
 * Whether `dest` comes with "https://" is documented both ways
 * (https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/session-token): each way stands somewhere here.
 */
const DEST_HAS_A_SCHEME: Readonly<Record<ExtensionPlace, boolean>> = {
  checkout: false,
  "thank-you": false,
  "order-status": true,
};

/** What `sessionToken.get()` of a UI extension hands out. It names neither order nor checkout. */
export function issueExtensionToken(engine: Engine, place: ExtensionPlace, customerId: number | undefined): string {
  const now = Math.floor(engine.now() / 1000);
  const mayRead = isGranted(engine.state.installation?.scopes ?? [], "read_customers");
  const isNamed = customerId !== undefined && mayRead && engine.dials.protectedCustomerData >= 1;
  const claims = {
    dest: DEST_HAS_A_SCHEME[place] ? `https://${engine.shop.domain}` : engine.shop.domain,
    aud: engine.app.clientId,
    exp: now + LIFETIME_SECONDS,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    ...(isNamed ? { sub: `gid://shopify/Customer/${customerId}` } : {}),
  };
  return signJwt(claims, engine.app.clientSecret);
}
