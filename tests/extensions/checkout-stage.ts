import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { bundleUiExtensionHost } from "#hosts/ui-extensions/build.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtension } from "../../scripts/build-extensions.ts";
import { startBlockApp } from "./block-app.ts";
import { metafieldsOf, plainRule, type Scene, storefrontAnswer, valuesOf } from "./block-scene.ts";
import { type CheckoutSays, fakeCheckout } from "./fake-checkout.ts";
import { blockPage, mountOn, serveBlockPages, translationsFor, updateOn } from "./mounted-block.ts";

const EXTENSION = join(import.meta.dirname, "../../extensions/checkout-bump");
const PICTURES = join(import.meta.dirname, "../.artifacts/checkout-bump");
const CHECKOUT = blockPage("Checkout", '<div id="block"></div><button>Pay now</button>', { width: 560 });

export interface CheckoutScene extends Omit<Scene, "surface" | "lines" | "storage"> {
  readonly checkout?: Partial<CheckoutSays>;
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
  const pages = await serveBlockPages(hostScript, () => ["text/html", CHECKOUT]);
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
      const checkout = fakeCheckout(given.checkout ?? {}, (values) => updateOn(page, values));
      const calls = {
        "sessionToken.get": async () => "token-of-the-page",
        "storage.read": async (key: string) => storage.get(key) ?? null,
        "storage.write": async (key: string, data: unknown) => void storage.set(key, data),
        query: async (_query: string, { variables }: { variables: { ids: readonly string[] } }) =>
          storefrontAnswer(scene, variables.ids),
        applyCartLinesChange: checkout.changeLines,
        applyDiscountCodeChange: checkout.changeCodes,
      };
      const { orderConfirmation: _, ...values } = valuesOf({
        ...scene,
        metafields: scene.metafields ?? metafieldsOf(scene),
      });
      const ask = {
        source,
        target: "purchase.checkout.block.render" as const,
        values: { ...values, ...checkout.values(), ...scene.values },
        translations: await translationsFor("checkout-bump", scene.locale ?? "en"),
        capabilities: { network_access: true, api_access: true },
        routes: [{ from: "https://encore.example.com", to: app.address }],
      };
      await mountOn(page, visit, ask, calls);
      return { ...visit, visit, checkout, tick: page.getByRole("checkbox") };
    },
    update: updateOn,
    async photograph(page: Page, name: string): Promise<void> {
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    async close() {
      await Promise.all([browser.close(), app.close(), pages.close()]);
    },
  };
}
