/** What the extension kept crosses from ShouldRender to the page of Render, and its reloads, in the browser's session. */
const key = (token: string) => `encore-post-purchase-${token}`;

export function keepStorage(token: string, storage: unknown): void {
  sessionStorage.setItem(key(token), JSON.stringify({ storage }));
}

export function keptStorage(token: string): unknown {
  const kept = sessionStorage.getItem(key(token));
  return kept ? (JSON.parse(kept) as { storage?: unknown }).storage : undefined;
}
