import { messenger, onUncaught } from "./messenger.ts";
// After the messenger: from here on, `document` and its kind are the remote ones.
import "@remote-dom/core/polyfill";
import { ThreadWebWorker } from "@quilted/threads";
import type { RemoteConnection } from "@remote-dom/core";
import { BatchingRemoteConnection, RemoteRootElement } from "@remote-dom/core/elements";
import type { FetchAsked } from "../../shared/fetch-answers.ts";
import { answerOf, messageOf, settle } from "../../shared/settled.ts";
import type { Beginning, PageCalls, WorkerCalls } from "../wire.ts";
import { closeWaysOut } from "./globals.ts";
import { i18n } from "./i18n.ts";
import { defineElements } from "./remote-elements.ts";
import { shopifyGlobal } from "./shopify-global.ts";

/**
 * The worker's side: one target of one bundle. It is started from a data: URL, so its origin is opaque, its requests
 * carry `Origin: null`, and CORS is as real as on Shopify's pages.
 */
let begun: { run(): unknown; update(values: Readonly<Record<string, unknown>>): void } | undefined;
let isQuiet = false;

const { imports: page } = new ThreadWebWorker<PageCalls, WorkerCalls>(messenger, {
  exports: {
    load: (beginning) =>
      settle(() => {
        begun = begin(beginning);
      }),
    run: () => settle(() => begun?.run()),
    update: async (values) => begun?.update(values),
  },
});

onUncaught((cause) => void page.report(messageOf(cause)));

function begin(beginning: Beginning) {
  const { source, target, rules, values, translations, capabilities, routes, isAnsweredInPage } = beginning;
  const report = (message: string) => void page.reportUnknown(message);
  const global = shopifyGlobal({
    target,
    rules: rules.api,
    values,
    own: Object.fromEntries(
      Object.entries(
        i18n(
          translations,
          {
            language: () => at("localization.language.isoCode") ?? translations.locale,
            currency: () => at("localization.currency.isoCode") ?? "USD",
            timeZone: () => at("localization.timezone"),
          },
          report,
        ),
      ).map(([name, call]) => [`i18n.${name}`, call]),
    ),
    async call(path, given) {
      if (path === "query" && !capabilities.api_access) {
        report("query needs api_access = true in shopify.extension.toml");
        throw new Error("The extension has no access to the Storefront API");
      }
      return answerOf(await page.callApi(path, given));
    },
    report,
  });
  const at = (path: string) => global.valueAt(path) as string | undefined;

  const body = remoteBody();
  defineElements(rules.elements, {
    quietly(work) {
      isQuiet = true;
      work();
      isQuiet = false;
    },
    report,
  });
  const answerFetch = isAnsweredInPage ? (asked: FetchAsked) => page.answerFetch(asked) : undefined;
  closeWaysOut(capabilities.network_access, routes, answerFetch, report);
  Object.defineProperty(self, "shopify", { value: global.shopify });
  // Indirect, so that the bundle is evaluated as a script of its own.
  // biome-ignore lint/security/noGlobalEval: running a bundle is what this worker is for
  // biome-ignore lint/complexity/noCommaOperator: makes the eval indirect
  (0, eval)(source);

  return {
    update: global.update,
    run() {
      const extension = global.registered.get(target);
      if (!extension) throw new Error(`the bundle registers nothing for ${target}`);
      body.connect(connection());
      return extension();
    },
  };
}

function connection(): RemoteConnection {
  const batching = new BatchingRemoteConnection({
    mutate: (records) => void page.mutate(records),
    call: (id, method, ...given) => page.callMethod(id, method, given),
  });
  return {
    mutate(records) {
      if (!isQuiet) batching.mutate([...records]);
    },
    call: (id, method, ...given) => batching.call(id, method, ...given),
  };
}

/** `document.body` as the root of what the page draws. */
function remoteBody(): RemoteRootElement {
  customElements.define("remote-root", RemoteRootElement);
  const body = document.createElement("remote-root") as RemoteRootElement;
  document.documentElement.append(body);
  Object.defineProperty(document, "body", { value: body });
  return body;
}
