import type { Engine } from "./engine.ts";
import { shopPayload } from "./webhooks/payloads/shop.ts";

/** Grants what the toml asks for at this moment. Installing again gives new scopes (app/scopes_update) and keeps the rest. */
export function installApp(engine: Engine): void {
  const before = engine.state.installation;
  const scopes = [...engine.app.configuration.scopes];
  engine.state.installation = {
    id: before?.id ?? engine.newId("installation"),
    at: before?.at ?? engine.now(),
    scopes,
  };
  engine.changed();
  if (!before || before.scopes.join() === scopes.join()) return;
  engine.send("app/scopes_update", {
    id: engine.state.installation.id,
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
