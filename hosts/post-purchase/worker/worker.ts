import { createRemoteRoot, type RemoteChannel } from "@remote-ui/core";
import { createEndpoint, type MessageEndpoint } from "@remote-ui/rpc";
import { askPageForFetches } from "../../shared/fetch-answers.ts";
import { routeFetches } from "../../shared/fetch-routes.ts";
import { answerOf, messageOf, settle } from "../../shared/settled.ts";
import { type PageCalls, RENDER, SHOULD_RENDER, type WorkerCalls } from "../wire.ts";
import { hideOtherGlobals } from "./globals.ts";

/**
 * The worker's side: one extension point of one bundle. It is started from a data: URL, so its origin is opaque, its
 * requests carry `Origin: null`, and CORS is as real as on Shopify's pages.
 */
type Registered = (...given: unknown[]) => unknown;

const registered = new Map<string, Registered>();
const page = createEndpoint<PageCalls>(messenger());

// Uncaught errors of the extension would otherwise be lost here; reported, they are dealt with.
self.addEventListener("error", (event) => {
  event.preventDefault();
  page.call.report(messageOf(event.error ?? event.message));
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  page.call.report(messageOf(event.reason));
});

const calls: WorkerCalls = {
  load: (source, routes, isAnsweredInPage) =>
    settle(() => {
      if (isAnsweredInPage) askPageForFetches((asked) => page.call.answerFetch(asked));
      else routeFetches(routes);
      hideOtherGlobals();
      Object.defineProperty(self, "shopify", {
        value: Object.freeze({
          extend: (point: string, extension: Registered) => void registered.set(point, extension),
          // Reloads the preview under `shopify app dev`; there is nothing to reload here.
          reload: () => undefined,
        }),
      });
      // Indirect, so that the bundle is evaluated as a script of its own.
      // biome-ignore lint/security/noGlobalEval: running a bundle is what this worker is for
      // biome-ignore lint/complexity/noCommaOperator: makes the eval indirect
      (0, eval)(source);
    }),

  shouldRender: (inputData) =>
    settle(() =>
      extensionFor(SHOULD_RENDER)({ ...standardApi(SHOULD_RENDER, inputData), storage: storage(undefined) }),
    ),

  render: (inputData, initialData) =>
    settle(async () => {
      const root = createRemoteRoot(page.call.draw as RemoteChannel);
      await extensionFor(RENDER)(root, {
        ...standardApi(RENDER, inputData),
        storage: storage(initialData),
        calculateChangeset: async (changeset: unknown) => answerOf(await page.call.calculateChangeset(changeset)),
        applyChangeset: async (changeset: unknown, options: unknown) =>
          answerOf(await page.call.applyChangeset(changeset, options)),
        done: async () => void answerOf(await page.call.done()),
      });
      await root.mount();
    }),
};

page.expose({ ...calls });

function extensionFor(point: string): Registered {
  const extension = registered.get(point);
  if (!extension) throw new Error(`the bundle registers nothing for ${point}`);
  return extension;
}

function standardApi(extensionPoint: string, inputData: { readonly locale: string }) {
  return { extensionPoint, version: "unstable", locale: inputData.locale, inputData: { ...inputData, extensionPoint } };
}

function storage(initialData: unknown) {
  return { initialData, update: async (data: unknown) => void answerOf(await page.call.updateStorage(data)) };
}

/** Bound before the globals are hidden from the bundle. */
function messenger(): MessageEndpoint {
  const scope = self as unknown as MessageEndpoint;
  return {
    postMessage: scope.postMessage.bind(scope),
    addEventListener: scope.addEventListener.bind(scope),
    removeEventListener: scope.removeEventListener.bind(scope),
  };
}
