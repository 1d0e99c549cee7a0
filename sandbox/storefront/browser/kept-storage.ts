/** What ShouldRender kept crosses to the page of Render in the browser's session, under the checkout's token. */
const key = (token: string) => `encore-post-purchase-${token}`;

export function keepStorage(token: string, storage: unknown): void {
  sessionStorage.setItem(key(token), JSON.stringify({ storage }));
}

export function keptStorage(token: string): unknown {
  const kept = sessionStorage.getItem(key(token));
  return kept ? (JSON.parse(kept) as { storage?: unknown }).storage : undefined;
}
