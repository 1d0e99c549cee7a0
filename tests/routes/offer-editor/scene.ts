import { build, type Plugin } from "esbuild";
import type { Page } from "playwright-core";
import type { RuleDocument } from "#app/admin/rule-editor/editing.tsx";
import type { PickedProduct } from "#app/admin/rules/picked-product.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { pounds } from "#tests/support/builders.ts";
import { isTexts, textsModule } from "../../../scripts/vite/texts-by-area.ts";

/** What Vite serves of the catalogues where the admin is built. */
const texts: Plugin = {
  name: "texts",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^virtual:/ }, ({ path }) => (isTexts(path) ? { path, namespace: "texts" } : undefined));
    onLoad({ filter: /.*/, namespace: "texts" }, async ({ path }) => ({ contents: await textsModule(path, ["en"]) }));
  },
};

export interface EditedScene {
  readonly document: RuleDocument;
  readonly products: readonly PickedProduct[];
  readonly languages: readonly string[];
  /** How the merchant writes numbers: "de". What they read is English all the same. */
  readonly locale: string;
}

const product = (id: string, title: string, price: number): PickedProduct => ({
  id: id as ProductId,
  title,
  variants: [{ id: `${id}1` as VariantId, title: "Default Title", price: pounds(price) }],
});
export const CAKESTAND = product("1002", "Regency Cakestand 3 Tier", 12.75);
export const FORKS = product("1003", "Set of 4 Cake Forks", 4.95);

/** An offer of the cakestand at 15 % off, with what is given instead. */
export function offerOf(more: object = {}): RuleDocument {
  return {
    kind: "cross-sell",
    source: { kind: "named", products: [{ product: CAKESTAND.id }] },
    discount: { kind: "percent", percent: 15 },
    quantityMost: 1,
    shipping: { kind: "free" },
    words: { headline: {}, reason: {} },
    ...more,
  };
}

export function ruleOn(path: object, surfaces: readonly string[] = ["post-purchase"]): RuleDocument {
  const when = { all: [{ kind: "product", lines: "any", products: ["1001"] }] };
  return { name: "Teacups → Cakestand", surfaces, when, path, priority: 1 };
}

/** A browser in which the offer of a rule is edited, and Shopify's picker gives what the test says. */
export async function openOfferEditor() {
  const [browser, html] = await Promise.all([launchBrowser(), bundled(new URL("./page.tsx", import.meta.url))]);
  return {
    async edit(document: RuleDocument, { languages = ["en"], width = 1280, locale = "en-GB" } = {}) {
      const visitor = await newVisitor(browser, { viewport: { width, height: 900 } });
      const page = await visitor.newPage();
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      page.on("console", (said) => said.type() === "error" && errors.push(said.text()));
      const scene: EditedScene = { document, products: [CAKESTAND, FORKS], languages, locale };
      await page.addInitScript((given) => Object.assign(window, { scene: given }), scene);
      await page.route("http://localhost:1/**", (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
      );
      await page.goto("http://localhost:1/");
      await page.getByRole("heading", { name: "Offer them" }).waitFor();
      return { page, errors };
    },
    close: () => browser.close(),
  };
}

/** The path as it is written, once React has drawn what was typed: ask again until it is what it should be. */
export function pathWritten(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as unknown as { readonly written: { readonly path: unknown } }).written.path);
}

/** As when the merchant saves: every problem is told. */
export function tellAll(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { tellAll: () => void }).tellAll());
}

/** A page of this script alone, with what of the admin it imports. */
export async function bundled(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    format: "esm",
    jsx: "automatic",
    outdir: "unwritten",
    write: false,
    plugins: [texts],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const [script = "", styles = ""] = [".js", ".css"].map(
    (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text,
  );
  const code = script.replaceAll("</script", "<\\/script");
  return `<!doctype html><html lang="en"><title>Rule</title><meta name="viewport" content="width=device-width">
    <style>${styles}</style><body><script type="module">${code}</script></body></html>`;
}
