import { RemoteReceiver } from "@remote-dom/core/receivers";
import type { AnswerFetch } from "../shared/fetch-answers.ts";
import type { FetchRoute } from "../shared/fetch-routes.ts";
import { messageOf, settle } from "../shared/settled.ts";
import { tooLarge, unknownToTarget } from "./check-ask.ts";
import { checkedConnection } from "./check-mutations.ts";
import { drawTree } from "./page/draw-tree.tsx";
import { rulesOf } from "./published.ts";
import { type RunningWorker, runWorker } from "./run-worker.ts";

export type { FetchRoute } from "../shared/fetch-routes.ts";

/** Of @shopify/ui-extensions 2026.7.4: every extension of ours names it in its shopify.extension.toml. */
const API_VERSION = "2026-07";

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
  /** Answers what the extension fetches, in the place of the network. */
  readonly answerFetch?: AnswerFetch;
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
export function mountUiExtension(container: HTMLElement, ask: UiExtensionAsk): MountedUiExtension {
  let worker: RunningWorker | undefined;
  let unmounted = false;
  let early: Readonly<Record<string, unknown>> = {};
  const told = new Set<string>();
  const report = (message: string) => {
    if (unmounted) return;
    console.error(`UI extension at ${ask.target}: ${message}`);
    ask.onError?.(message);
  };
  const reportOnce = (message: string) => {
    if (told.has(message)) return;
    told.add(message);
    report(message);
  };

  const rules = rulesOf(ask.target) ?? { elements: {}, api: {} };
  if (!rulesOf(ask.target)) report(`there is no target ${ask.target}`);
  for (const message of unknownToTarget(rules.api, ask.values, ask.calls)) report(message);

  const receiver = new RemoteReceiver();
  const tree = drawTree(container, receiver);
  const drawing = checkedConnection(receiver.connection, rules.elements, reportOnce);
  let startedAt: number | undefined;

  const start = async () => {
    worker = await runWorker(
      {
        source: ask.source,
        target: ask.target,
        rules,
        values: withOwn(ask),
        translations: ask.translations,
        capabilities: ask.capabilities,
        routes: ask.routes ?? [],
        isAnsweredInPage: ask.answerFetch !== undefined,
      },
      {
        async mutate(records) {
          drawing.mutate(records);
          if (startedAt === undefined || receiver.root.children.length === 0) return;
          const since = startedAt;
          startedAt = undefined;
          requestAnimationFrame(() => setTimeout(() => ask.onFirstPaint?.(performance.now() - since)));
        },
        async answerFetch(asked) {
          if (!ask.answerFetch) throw new Error("nothing is answered in this page");
          return ask.answerFetch(asked);
        },
        callMethod: async (id, method, given) => void drawing.call(id, method, ...given),
        callApi: (path, given) =>
          settle(() => {
            const call = ask.calls[path] as ((...given: readonly unknown[]) => Promise<unknown>) | undefined;
            if (!call) {
              reportOnce(`nothing answers the call of ${path}`);
              throw new Error(`${path} isn't answered`);
            }
            return call(...given);
          }),
        report: async (message) => report(message),
        reportUnknown: async (message) => reportOnce(message),
      },
    );
    if (unmounted) return worker.end();
    worker.update(early);
    startedAt = performance.now();
    await worker.run();
  };
  const checkSize = async () => {
    const message = await tooLarge(ask.source);
    if (message) report(message);
  };
  start().catch((cause) => report(messageOf(cause)));
  checkSize().catch((cause) => report(messageOf(cause)));

  return {
    update(changed) {
      for (const message of unknownToTarget(rules.api, changed, {})) reportOnce(message);
      if (worker) worker.update(changed);
      else early = { ...early, ...changed };
    },
    unmount() {
      unmounted = true;
      worker?.end();
      tree.remove();
    },
  };
}

/** With what the platform itself tells an extension of its own running. */
function withOwn({ target, capabilities, values }: UiExtensionAsk): Record<string, unknown> {
  const given = values.extension as { editor?: unknown } | undefined;
  return {
    ...values,
    extension: {
      apiVersion: API_VERSION,
      capabilities: Object.entries(capabilities).flatMap(([name, isGranted]) => (isGranted ? [name] : [])),
      rendered: true,
      scriptUrl: "",
      target,
      version: undefined,
      ...(given?.editor === undefined ? {} : { editor: given.editor }),
    },
    extensionPoint: target,
    version: API_VERSION,
  };
}
