/** What a change makes old. */
export interface Affected {
  readonly app: boolean;
  readonly sandbox: boolean;
  readonly extensions: boolean;
}

/** `changed` are paths below the project's root. What builds write themselves counts for nothing. */
export function affectedBy(changed: readonly string[]): Affected {
  const own = changed.filter((path) => !/(^|\/)(dist|build|node_modules)(\/|$)|\.generated\./.test(path));
  const touches = (...places: string[]) =>
    own.some((path) => places.some((place) => path === place || path.startsWith(`${place}/`)));
  return {
    app: touches("app", "hosts", "server.ts", "vite.config.ts", "shopify.app.toml"),
    sandbox: touches("sandbox", "hosts", "app/core/values", "app/contracts", "shopify.app.toml"),
    extensions: touches("extensions", "app/contracts", "app/core", "shopify.app.toml"),
  };
}
