import type { FetchRoute } from "../shared/fetch-routes.ts";

/** The targets whose elements and APIs the host knows; another one is an error. */
export type UiExtensionTarget =
  | "purchase.thank-you.block.render"
  | "customer-account.order-status.block.render"
  | "purchase.checkout.block.render";

export interface UiExtensionAsk {
  /** The bundle, byte for byte as it is deployed; more than 64 KB compressed is an error. */
  readonly source: string;
  readonly target: UiExtensionTarget;
  /**
   * What the extension reads on `shopify`, without calls, as plain data in the API's own shape: `lines: [...]`,
   * `cost: { totalAmount: {...} }`, `localization: { currency: {...}, language: {...} }`, `shop: {...}`, `settings: {}`.
   * The host makes signals of what the target's types say are signals. What is left out is absent for the extension:
   * protected data (`buyerIdentity`, `shippingAddress`) without a grant. A key that the target hasn't is an error.
   * `extension` and `i18n` are the host's own; only `extension: { editor }` may be given.
   */
  readonly values: Readonly<Record<string, unknown>>;
  /**
   * The answers to the API's calls by path: "query", "sessionToken.get", "storage.read", "applyCartLinesChange". Takes
   * and gives plain data; a rejection reaches the extension as one. A path that the target hasn't is an error, and so
   * is a call of the extension that isn't answered here.
   */
  readonly calls: Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;
  /** The locale the platform chose among the extension's, and what its file holds. */
  readonly translations: { readonly locale: string; readonly strings: Readonly<Record<string, unknown>> };
  /** As in shopify.extension.toml: no `fetch` without `network_access`, no `query` without `api_access`. */
  readonly capabilities: { readonly network_access: boolean; readonly api_access: boolean };
  readonly routes?: readonly FetchRoute[];
  /**
   * Uncaught errors of the extension, and elements, props, events, values and APIs that Shopify's target does not have.
   * Also written to the console.
   */
  onError?(message: string): void;
  /** Milliseconds from the call of the extension, its bundle loaded, to its first elements on the screen. */
  onFirstPaint?(ms: number): void;
}

export interface MountedUiExtension {
  /** New values by their first key, each whole: `update({ lines, cost })`. Reads in the extension's render follow. */
  update(values: Readonly<Record<string, unknown>>): void;
  unmount(): void;
}

/** Runs the bundle's target in a worker of its own and draws into `container`, isolated from the page's styles. */
export declare function mountUiExtension(container: HTMLElement, ask: UiExtensionAsk): MountedUiExtension;
