import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import { pageWordsFor } from "#app/http/page-words/page-words.ts";
import { bundlePostPurchaseHost } from "#hosts/post-purchase/build.ts";
import type { mountRender, runShouldRender, ShouldRenderAnswer } from "#hosts/post-purchase/host.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtensions } from "../../scripts/build-extensions.ts";
import { type Answers, startFakeApp } from "./fake-app.ts";
import { applied, fakeStore, type StoreSays } from "./fake-store.ts";

const PICTURES = join(import.meta.dirname, "../.artifacts/post-purchase");

export interface Scene {
  readonly offer?: OfferView;
  /** Given to Render as it is; else what the offer's ShouldRender would have kept. */
  readonly storage?: unknown;
  readonly locale?: string;
  readonly app?: Partial<Answers>;
  readonly store?: Partial<StoreSays>;
  /** Another bundle than the extension's. */
  readonly source?: string;
}

/** What the page's own script leaves on `window` for the tests. */
interface OnThePage {
  host: { runShouldRender: typeof runShouldRender; mountRender: typeof mountRender };
  calculate(changeset: unknown): Promise<unknown>;
  apply(token: unknown): Promise<unknown>;
  leave(): Promise<void>;
  keep(data: unknown): Promise<void>;
  report(message: string): Promise<void>;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A browser, the real bundle, the host, and beside them an app and a store of a few answers. */
export async function openStage() {
  const [extensions, hostScript, browser, app] = await Promise.all([
    buildExtensions(),
    bundlePostPurchaseHost(),
    launchBrowser(),
    startFakeApp(),
  ]);
  const extension = extensions.find(({ handle }) => handle === "post-purchase");
  if (!extension) throw new Error("there is no extension to test");
  const bundle = await readFile(extension.file, "utf8");
  const routes = [{ from: "https://encore.example.com", to: app.address }];
  const pages = await servePages(hostScript);
  await mkdir(PICTURES, { recursive: true });

  async function openPage(): Promise<{ page: Page; errors: string[] }> {
    const visitor = await newVisitor(browser);
    const page = await visitor.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pages.address);
    return { page, errors };
  }

  return {
    app,
    bundle,
    /** ShouldRender alone, in a page of its own. */
    async decide(scene: Scene, budgetMs = 1_500): Promise<ShouldRenderAnswer> {
      app.begin(scene.app ?? {});
      const { page } = await openPage();
      try {
        const ask = { source: scene.source ?? bundle, inputData: inputData(scene.locale), budgetMs, routes };
        return await page.evaluate((given) => (window as unknown as OnThePage).host.runShouldRender(given), ask);
      } finally {
        await page.context().close();
      }
    },
    /** Render, as the shopper meets it after paying. */
    async visit(scene: Scene) {
      app.begin(scene.app ?? {});
      const store = fakeStore({ ...usual, ...scene.store });
      const { page, errors } = await openPage();
      const visit = { page, store, errors, left: 0, kept: undefined as unknown };
      await page.exposeFunction("calculate", store.calculate);
      await page.exposeFunction("apply", store.apply);
      await page.exposeFunction("leave", () => {
        visit.left++;
      });
      await page.exposeFunction("keep", (data: unknown) => {
        visit.kept = data;
      });
      await page.exposeFunction("report", (message: string) => void errors.push(message));
      const words = pageWordsFor(scene.locale ?? "en");
      const storage = "storage" in scene ? scene.storage : { offer: scene.offer, ...(words ? { words } : {}) };
      const ask = { source: scene.source ?? bundle, inputData: inputData(scene.locale), storage, routes };
      await page.evaluate((given) => {
        const here = window as unknown as OnThePage;
        here.host.mountRender(document.querySelector("main") as HTMLElement, {
          ...given,
          calculateChangeset: here.calculate,
          applyChangeset: here.apply,
          onDone: here.leave,
          onStorage: here.keep,
          onError: here.report,
        });
      }, ask);
      return visit;
    },
    /** A picture of the page as a phone and as a desktop show it. */
    async photograph(page: Page, name: string): Promise<void> {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        await page.waitForTimeout(60);
        await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
      }
    },
    async close() {
      await Promise.all([browser.close(), app.close(), pages.close()]);
    },
  };
}

const usual: StoreSays = {
  currency: "GBP",
  digits: 2,
  prices: { 41001: 1275, 41002: 1395, 41003: 495, 41004: 150 },
  shippingMinor: 0,
  taxTitle: "VAT",
  signedCostsMoreMinor: 0,
  apply: [applied],
};

function inputData(locale = "en") {
  return { locale, token: "token-of-the-page", version: "unstable", extensionPoint: "", initialPurchase: {}, shop: {} };
}

async function servePages(hostScript: string) {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Post-purchase</title>
    <meta name="viewport" content="width=device-width"><style>body{margin:0} main{min-height:400px}</style><main></main>
    <script type="module">import * as host from "/host.js"; window.host = host;</script></html>`;
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === "/host.js"
        ? ["text/javascript", hostScript]
        : url?.endsWith(".svg")
          ? [
              "image/svg+xml",
              url.includes("forks") ? DRAWN_FORKS : drawnCakestand(url.includes("mint") ? "#9fd3bd" : "#e3a5b5"),
            ]
          : ["text/html", page];
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

function drawnCakestand(colour: string): string {
  const tiers = [90, 150, 210].map(
    (y, tier) => `<ellipse cx="150" cy="${y}" rx="${50 + 25 * tier}" ry="10" fill="${colour}" stroke="#555"/>`,
  );
  const stand = '<path d="M150 40V250M110 255h80" stroke="#555" stroke-width="5" fill="none"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">${stand}${tiers.join("")}</svg>`;
}

const DRAWN_FORKS = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300" stroke="#777" stroke-width="6" fill="none">${[
  60, 120, 180, 240,
]
  .map((x) => `<path d="M${x} 260V150M${x - 15} 60v60q0 30 15 30t15-30V60M${x} 60v60"/>`)
  .join("")}</svg>`;
