import { OUR_APP_ID } from "../state/ids.ts";

const OURS = `app--${OUR_APP_ID}`;

/**
 * `$app` and `$app:more` as they are kept: reserved for the app that writes them. Without a namespace, `$app` is meant.
 * https://shopify.dev/docs/apps/build/custom-data/ownership#reserved-prefixes
 */
export function keptNamespace(namespace: string | null | undefined): string {
  if (namespace == null || namespace === "$app") return OURS;
  return namespace.startsWith("$app:") ? `${OURS}--${namespace.slice("$app:".length)}` : namespace;
}

/** The `$app` form of what is kept, as UI extensions are given it. */
export function appForm(namespace: string): string {
  if (namespace === OURS) return "$app";
  return namespace.startsWith(`${OURS}--`) ? `$app:${namespace.slice(OURS.length + 2)}` : namespace;
}

/** Whether our app may write there: what is reserved for others it may not. */
export function isOursToWrite(kept: string): boolean {
  return !/^(app--|shopify)/.test(kept) || kept === OURS || kept.startsWith(`${OURS}--`);
}
