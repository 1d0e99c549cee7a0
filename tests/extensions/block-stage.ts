import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { bundleUiExtensionHost } from "#hosts/ui-extensions/build.ts";
import type { mountUiExtension } from "#hosts/ui-extensions/host.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtensions } from "../../scripts/build-extensions.ts";
import { startBlockApp } from "./block-app.ts";
import { type Scene, storefrontAnswer, valuesOf } from "./block-scene.ts";

const EXTENSIONS = join(import.meta.dirname, "../../extensions");
const PICTURES = join(import.meta.dirname, "../.artifacts/blocks");

const HANDLES = { "thank-you": "thank-you-offer", "order-status": "order-status-offer" } as const;
const TARGETS = {
  "thank-you": "purchase.thank-you.block.render",
  "order-status": "customer-account.order-status.block.render",
} as const;

/** What the page's own script leaves on `window` for the tests. */
interface OnThePage {
  host: { mountUiExtension: typeof mountUiExtension };
  call(path: string, given: readonly unknown[]): Promise<unknown>;
  report(message: string): Promise<void>;
  painted(ms: number): Promise<void>;
  mounted: ReturnType<typeof mountUiExtension>;
}

/** What the shopper sees of the block. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator("#block .block").innerText()).trim();
}

/** What a browser keeps of the extension between visits. */
type Storage = Map<string, unknown>;

export type Stage = Awaited<ReturnType<typeof openBlockStage>>;

/** A browser, the real bundles, the host, and beside them an app and a storefront of a few answers. */
export async function openBlockStage() {
  const [extensions, hostScript, browser, app] = await Promise.all([
    buildExtensions(),
    bundleUiExtensionHost(),
    launchBrowser(),
    startBlockApp(),
  ]);
  const routes = [{ from: "https://encore.example.com", to: app.address }];
  const pages = await servePages(hostScript);
  await mkdir(PICTURES, { recursive: true });

  let current: BrowserContext | undefined;

  async function bundleOf(handle: string): Promise<string> {
    const extension = extensions.find((built) => built.handle === handle);
    if (!extension) throw new Error(`there is no extension ${handle}`);
    return readFile(extension.file, "utf8");
  }

  return {
    app,
    /** The block as the shopper meets it; with a storage, on a later visit too. */
    async visit(scene: Scene, storage: Storage = new Map()) {
      // A page that still stood could tell the app of itself.
      await current?.close();
      app.begin(scene.app ?? {});
      const { surface = "thank-you", locale = "en" } = scene;
      current = await newVisitor(browser);
      const page = await current.newPage();
      const visit = {
        page,
        errors: [] as string[],
        queries: 0,
        firstPaintMs: undefined as number | undefined,
        storage,
      };
      page.on("pageerror", (error) => visit.errors.push(error.message));
      await page.goto(`${pages.address}?dir=${scene.direction ?? "ltr"}`);
      const calls = callsOf(scene, storage, () => {
        visit.queries++;
      });
      await page.exposeFunction("call", (path: keyof typeof calls, given: never[]) =>
        (calls[path] as (...given: never[]) => Promise<unknown>)(...given),
      );
      await page.exposeFunction("report", (message: string) => void visit.errors.push(message));
      await page.exposeFunction("painted", (ms: number) => {
        visit.firstPaintMs = ms;
      });
      const ask = {
        source: await bundleOf(HANDLES[surface]),
        target: TARGETS[surface],
        values: valuesOf(scene),
        translations: await translationsFor(HANDLES[surface], locale),
        capabilities: { network_access: true, api_access: true },
        routes,
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
      return visit;
    },
    /** New values of the page, as Shopify hands them over later. */
    update: (page: Page, values: Record<string, unknown>) =>
      page.evaluate((given) => (window as unknown as OnThePage).mounted.update(given), values),
    /** A picture of the block as a phone and as a desktop show it. */
    async photograph(page: Page, name: string): Promise<void> {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        await page.waitForTimeout(60);
        await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
      }
    },
    async close() {
      await Promise.all([browser.close(), app.close(), pages.close()]);
    },
  };
}

function callsOf(scene: Scene, storage: Storage, onQuery: () => void) {
  const never = () => new Promise<never>(() => undefined);
  const refused = async () => {
    throw new Error("refused");
  };
  const stored = scene.storage === "silent" ? never : scene.storage === "refused" ? refused : undefined;
  const silent = scene.storefront === "silent" ? never : scene.storefront === "refused" ? refused : undefined;
  return {
    "sessionToken.get": async () => "token-of-the-page",
    "storage.read": stored ?? (async (key: string) => storage.get(key) ?? null),
    "storage.write":
      stored ??
      (async (key: string, data: unknown) => {
        storage.set(key, data);
      }),
    query: async (_query: string, { variables }: { variables: { ids: readonly string[] } }) => {
      onQuery();
      return silent ? silent() : storefrontAnswer(scene, variables.ids);
    },
  };
}

/** As Shopify chooses among an extension's files: the locale's own, its language's, the default. */
async function translationsFor(handle: string, locale: string) {
  for (const name of [locale, locale.split("-")[0], "en.default"]) {
    const file = join(EXTENSIONS, handle, "locales", `${name}.json`);
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text !== undefined) {
      return { locale: String(name).replace(".default", ""), strings: JSON.parse(text) as Record<string, unknown> };
    }
  }
  throw new Error(`${handle} has no default language`);
}

async function servePages(hostScript: string) {
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = url.endsWith("/host.js")
      ? ["text/javascript", hostScript]
      : url.endsWith(".svg")
        ? ["image/svg+xml", drawnCakestand(url.includes("mint") ? "#9fd3bd" : "#e3a5b5")]
        : ["text/html", pageOf(url.includes("dir=rtl") ? "rtl" : "ltr")];
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

const pageOf = (direction: "ltr" | "rtl") => `<!doctype html><html lang="en" dir="${direction}"><meta charset="utf-8">
  <title>Thank you</title><meta name="viewport" content="width=device-width">
  <style>body{margin:0;font:16px system-ui} main{max-width:640px;margin:16px}</style>
  <main><h1>Thank you</h1><div id="block"></div></main>
  <script type="module">import * as host from "/host.js"; window.host = host;</script></html>`;

function drawnCakestand(colour: string): string {
  const tiers = [90, 150, 210].map(
    (y, tier) => `<ellipse cx="150" cy="${y}" rx="${50 + 25 * tier}" ry="10" fill="${colour}" stroke="#555"/>`,
  );
  const stand = '<path d="M150 40V250M110 255h80" stroke="#555" stroke-width="5" fill="none"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">${stand}${tiers.join("")}</svg>`;
}
