import type { Engine } from "./engine.ts";
import { shopPayload } from "./webhooks/payloads/shop.ts";

/**
 * Grants what the toml asks for at this moment. Installing again gives new scopes (app/scopes_update) and keeps the rest,
 * of the optional ones those that were granted and are still declared.
 */
export function installApp(engine: Engine): void {
  const before = engine.state.installation;
  if (!before) {
    const scopes = [...engine.app.configuration.scopes];
    engine.state.installation = { id: engine.newId("installation"), at: engine.now(), scopes };
    engine.changed();
    return;
  }
  regrant(engine, optionalOf(engine, before.scopes));
}

/** The merchant agrees to what the app may ask for. Nothing where it was granted before. */
export function grantScopes(engine: Engine, scopes: readonly string[]): void {
  const granted = optionalOf(engine, engine.state.installation?.scopes ?? []);
  regrant(engine, [...new Set([...granted, ...optionalOf(engine, scopes)])]);
}

/** Required ones stay. */
export function revokeScopes(engine: Engine, scopes: readonly string[]): void {
  const granted = optionalOf(engine, engine.state.installation?.scopes ?? []);
  regrant(
    engine,
    granted.filter((scope) => !scopes.includes(scope)),
  );
}

function optionalOf({ app }: Engine, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => app.configuration.optionalScopes.includes(scope));
}

/** Those that the toml requires, and these. */
function regrant(engine: Engine, optional: readonly string[]): void {
  const before = engine.state.installation;
  if (!before) return;
  const scopes = [...new Set([...engine.app.configuration.scopes, ...optional])];
  engine.state.installation = { ...before, scopes };
  engine.changed();
  if (before.scopes.join() === scopes.join()) return;
  engine.send("app/scopes_update", {
    id: before.id,
    shop_id: `gid://shopify/Shop/${engine.shop.id}`,
    previous: before.scopes,
    current: scopes,
    updated_at: new Date(engine.now()).toISOString(),
  });
}

/** Every token dies at once; app/uninstalled goes out. */
export function uninstallApp(engine: Engine): void {
  if (!engine.state.installation) return;
  engine.send("app/uninstalled", shopPayload(engine));
  engine.state.installation = undefined;
  engine.state.tokens = [];
  engine.changed();
}
