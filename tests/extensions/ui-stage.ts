import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { bundleUiExtensionHost } from "#hosts/ui-extensions/build.ts";
import type { MountedUiExtension, mountUiExtension, UiExtensionTarget } from "#hosts/ui-extensions/host.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { bundleAsShopifyDoes } from "../../scripts/extensions/bundle.ts";

const FIXTURE = join(import.meta.dirname, "ui-fixture");

export interface UiScene {
  /** The bundle; of the fixture where it isn't given. */
  readonly source?: string;
  readonly target?: UiExtensionTarget;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Answers by path, each the same every time; "refused" is a rejection. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly strings?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly capabilities?: { readonly network_access: boolean; readonly api_access: boolean };
  readonly width?: number;
}

/** What the page's own script leaves on `window` for the tests. */
interface OnThePage {
  host: { mountUiExtension: typeof mountUiExtension };
  mounted: MountedUiExtension;
  report(message: string): Promise<void>;
  painted(ms: number): Promise<void>;
  asked(path: string, given: readonly unknown[]): Promise<void>;
}

/** A bundle of one target of the thank-you page, written in the test. */
export function thankYou(body: string): string {
  return `shopify.extend("purchase.thank-you.block.render", async () => { ${body} });`;
}

/** The elements of a piece of markup, put into the document as an extension does. */
export const BUILD = `
  const element = (name, props, ...children) => {
    const made = document.createElement(name);
    for (const [prop, value] of Object.entries(props ?? {})) {
      if (prop.startsWith("on")) made.addEventListener(prop.slice(2), value);
      else if (prop in made) made[prop] = value;
      else made.setAttribute(prop, value);
    }
    made.append(...children);
    return made;
  };`;

export type UiStage = Awaited<ReturnType<typeof openUiStage>>;

/** A browser, the host, a small extension of one's own, and a server that hears what is fetched. */
export async function openUiStage() {
  const entry = "import Block from './src/Block.tsx';shopify.extend('purchase.thank-you.block.render', () => Block());";
  const [fixture, hostScript, browser] = await Promise.all([
    bundleAsShopifyDoes(FIXTURE, entry),
    bundleUiExtensionHost(),
    launchBrowser(),
  ]);
  const server = await serve(hostScript);

  return {
    heard: server.heard,
    async visit(scene: UiScene = {}) {
      const visitor = await newVisitor(browser, { viewport: { width: scene.width ?? 1280, height: 900 } });
      const page = await visitor.newPage();
      const visit = {
        page,
        errors: [] as string[],
        asked: [] as [path: string, given: readonly unknown[]][],
        firstPaintMs: undefined as number | undefined,
      };
      page.on("pageerror", (error) => visit.errors.push(error.message));
      await page.exposeFunction("report", (message: string) => void visit.errors.push(message));
      await page.exposeFunction("painted", (ms: number) => {
        visit.firstPaintMs = ms;
      });
      await page.exposeFunction("asked", (path: string, given: readonly unknown[]) => {
        visit.asked.push([path, given]);
      });
      await page.goto(server.address);
      const ask = {
        source: scene.source ?? new TextDecoder().decode(fixture),
        target: scene.target ?? ("purchase.thank-you.block.render" as const),
        values: { ...usual, ...scene.values },
        translations: { locale: scene.locale ?? "en", strings: scene.strings ?? {} },
        capabilities: scene.capabilities ?? { network_access: true, api_access: true },
        routes: [{ from: "https://encore.example.com", to: server.address.replace(/\/$/, "") }],
      };
      await page.evaluate(mount, [ask, scene.answers ?? {}] as const);
      return visit;
    },
    update: (page: Page, values: Readonly<Record<string, unknown>>) =>
      page.evaluate((given) => (window as unknown as OnThePage).mounted.update(given), values),
    unmount: (page: Page) => page.evaluate(() => (window as unknown as OnThePage).mounted.unmount()),
    async close() {
      await Promise.all([browser.close(), server.close()]);
    },
  };
}

const usual = {
  lines: [{ id: "line-1", quantity: 1 }],
  cost: { totalAmount: { amount: 45, currencyCode: "GBP" } },
  localization: { currency: { isoCode: "GBP" }, language: { isoCode: "en-GB" }, timezone: "Europe/London" },
  settings: {},
  shop: { id: "gid://shopify/Shop/1", name: "Larch & Linen", myshopifyDomain: "larch.myshopify.com" },
};

type Ask = Parameters<typeof mountUiExtension>[1];

/** Runs on the page. */
function mount([ask, answers]: readonly [Omit<Ask, "calls">, Readonly<Record<string, unknown>>]): void {
  const here = window as unknown as OnThePage;
  const calls = Object.fromEntries(
    Object.entries(answers).map(([path, answer]) => [
      path,
      async (...given: unknown[]) => {
        await here.asked(path, given);
        if (answer === "refused") throw new Error("refused");
        return answer;
      },
    ]),
  );
  here.mounted = here.host.mountUiExtension(document.querySelector("main") as HTMLElement, {
    ...ask,
    calls,
    onError: here.report,
    onFirstPaint: here.painted,
  });
}

async function serve(hostScript: string) {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Thank you</title>
    <meta name="viewport" content="width=device-width"><style>body{margin:0} main{padding:16px}</style><main></main>
    <script type="module">import * as host from "/host.js"; window.host = host;</script></html>`;
  const heard: { path: string; origin: string | undefined }[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    if (url.startsWith("/api/")) {
      heard.push({ path: url, origin: headers.origin });
      const cors = url.includes("open") ? { "Access-Control-Allow-Origin": "*" } : {};
      response.writeHead(200, { "Content-Type": "text/plain", ...cors }).end("heard");
      return;
    }
    const [type, body] = url === "/host.js" ? ["text/javascript", hostScript] : ["text/html", page];
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    heard,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
