import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { bundleUiExtensionHost } from "#hosts/ui-extensions/build.ts";
import type { mountUiExtension } from "#hosts/ui-extensions/host.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtension } from "../../scripts/build-extensions.ts";
import { startBlockApp } from "./block-app.ts";
import { metafieldsOf, plainRule, type Scene, storefrontAnswer, valuesOf } from "./block-scene.ts";
import { type CheckoutSays, fakeCheckout } from "./fake-checkout.ts";

const EXTENSION = join(import.meta.dirname, "../../extensions/checkout-bump");
const PICTURES = join(import.meta.dirname, "../.artifacts/checkout-bump");

export interface CheckoutScene extends Omit<Scene, "surface" | "lines" | "storage"> {
  readonly checkout?: Partial<CheckoutSays>;
}

interface OnThePage {
  host: { mountUiExtension: typeof mountUiExtension };
  call(path: string, given: readonly unknown[]): Promise<unknown>;
  report(message: string): Promise<void>;
  painted(ms: number): Promise<void>;
  mounted: ReturnType<typeof mountUiExtension>;
}

export type CheckoutStage = Awaited<ReturnType<typeof openCheckoutStage>>;

/** What needs nothing from the app, in the checkout. */
export const bumpRule = plainRule({ surfaces: ["checkout"] });

/** A browser, the real bundle on the real host, and beside them an app, a storefront and a checkout of a few answers. */
export async function openCheckoutStage() {
  const [{ file }, hostScript, browser, app] = await Promise.all([
    buildExtension(EXTENSION),
    bundleUiExtensionHost(),
    launchBrowser(),
    startBlockApp(),
  ]);
  const source = await readFile(file, "utf8");
  const pages = await servePage(hostScript);
  await mkdir(PICTURES, { recursive: true });
  let current: BrowserContext | undefined;

  return {
    app,
    async visit(given: CheckoutScene = {}, storage = new Map<string, unknown>()) {
      await current?.close();
      const scene: Scene = { rules: [bumpRule], ...given };
      app.begin(scene.app ?? {});
      current = await newVisitor(browser, { viewport: { width: 640, height: 500 } });
      const page = await current.newPage();
      const visit = { page, errors: [] as string[], firstPaintMs: undefined as number | undefined, storage };
      page.on("pageerror", (error) => visit.errors.push(error.message));
      await page.goto(pages.address);
      const checkout = fakeCheckout(given.checkout ?? {}, (values) =>
        page.evaluate((changed) => (window as unknown as OnThePage).mounted.update(changed), values),
      );
      const calls = {
        "sessionToken.get": async () => "token-of-the-page",
        "storage.read": async (key: string) => storage.get(key) ?? null,
        "storage.write": async (key: string, data: unknown) => void storage.set(key, data),
        query: async (_query: string, { variables }: { variables: { ids: readonly string[] } }) =>
          storefrontAnswer(scene, variables.ids),
        applyCartLinesChange: checkout.changeLines,
        applyDiscountCodeChange: checkout.changeCodes,
      };
      await page.exposeFunction("call", (path: keyof typeof calls, asked: never[]) =>
        (calls[path] as (...asked: never[]) => Promise<unknown>)(...asked),
      );
      await page.exposeFunction("report", (message: string) => void visit.errors.push(message));
      await page.exposeFunction("painted", (ms: number) => {
        visit.firstPaintMs = ms;
      });
      const { orderConfirmation: _, ...values } = valuesOf({
        ...scene,
        metafields: scene.metafields ?? metafieldsOf(scene),
      });
      const ask = {
        source,
        target: "purchase.checkout.block.render" as const,
        values: { ...values, ...checkout.values(), ...scene.values },
        translations: await translationsFor(scene.locale ?? "en"),
        capabilities: { network_access: true, api_access: true },
        routes: [{ from: "https://encore.example.com", to: app.address }],
      };
      await page.evaluate(
        ([given, paths]) => {
          const here = window as unknown as OnThePage;
          here.mounted = here.host.mountUiExtension(document.querySelector("#block") as HTMLElement, {
            ...given,
            calls: Object.fromEntries(paths.map((path) => [path, (...args: unknown[]) => here.call(path, args)])),
            onError: here.report,
            onFirstPaint: here.painted,
          });
        },
        [ask, Object.keys(calls)] as const,
      );
      return { ...visit, visit, checkout, tick: page.getByRole("checkbox") };
    },
    update: (page: Page, values: Record<string, unknown>) =>
      page.evaluate((given) => (window as unknown as OnThePage).mounted.update(given), values),
    async photograph(page: Page, name: string): Promise<void> {
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    async close() {
      await Promise.all([browser.close(), app.close(), pages.close()]);
    },
  };
}

async function translationsFor(locale: string) {
  const [language = "en"] = locale.split("-");
  const name = ["fr", "de", "es", "pt", "ja"].includes(language) ? language : "en.default";
  const strings = JSON.parse(await readFile(join(EXTENSION, `locales/${name}.json`), "utf8"));
  return { locale, strings: strings as Record<string, unknown> };
}

async function servePage(hostScript: string) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title>
    <meta name="viewport" content="width=device-width">
    <style>body{margin:0;font:16px system-ui} main{max-width:560px;margin:16px}</style>
    <main><h1>Checkout</h1><div id="block"></div><button>Pay now</button></main>
    <script type="module">import * as host from "/host.js"; window.host = host;</script></html>`;
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = url.endsWith("/host.js") ? ["text/javascript", hostScript] : ["text/html", html];
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
