import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { bundleUiExtensionHost } from "#hosts/ui-extensions/build.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtensions } from "../../scripts/build-extensions.ts";
import { startBlockApp } from "./block-app.ts";
import { type Scene, storefrontAnswer, valuesOf } from "./block-scene.ts";
import { blockPage, mountOn, serveBlockPages, translationsFor, updateOn } from "./mounted-block.ts";

const PICTURES = join(import.meta.dirname, "../.artifacts/blocks");

const HANDLES = { "thank-you": "thank-you-offer", "order-status": "order-status-offer" } as const;
const TARGETS = {
  "thank-you": "purchase.thank-you.block.render",
  "order-status": "customer-account.order-status.block.render",
} as const;

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
  const pages = await serveBlockPages(hostScript, pageAt);
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
      const ask = {
        source: await bundleOf(HANDLES[surface]),
        target: TARGETS[surface],
        values: valuesOf(scene),
        translations: await translationsFor(HANDLES[surface], locale),
        capabilities: { network_access: true, api_access: true },
        routes,
      };
      await mountOn(page, visit, ask, calls);
      return visit;
    },
    /** New values of the page, as Shopify hands them over later. */
    update: updateOn,
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

function pageAt(url: string) {
  if (url.endsWith(".svg"))
    return ["image/svg+xml", drawnCakestand(url.includes("mint") ? "#9fd3bd" : "#e3a5b5")] as const;
  const direction = url.includes("dir=rtl") ? "rtl" : "ltr";
  return ["text/html", blockPage("Thank you", '<div id="block"></div>', { direction })] as const;
}

function drawnCakestand(colour: string): string {
  const tiers = [90, 150, 210].map(
    (y, tier) => `<ellipse cx="150" cy="${y}" rx="${50 + 25 * tier}" ry="10" fill="${colour}" stroke="#555"/>`,
  );
  const stand = '<path d="M150 40V250M110 255h80" stroke="#555" stroke-width="5" fill="none"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">${stand}${tiers.join("")}</svg>`;
}
