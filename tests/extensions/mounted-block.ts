import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { mountUiExtension } from "#hosts/ui-extensions/host.ts";

const EXTENSIONS = join(import.meta.dirname, "../../extensions");

type Ask = Parameters<typeof mountUiExtension>[1];

/** What the page's own script leaves on `window` for the tests. */
interface OnThePage {
  host: { mountUiExtension: typeof mountUiExtension };
  call(path: string, given: readonly unknown[]): Promise<unknown>;
  report(message: string): Promise<void>;
  painted(ms: number): Promise<void>;
  mounted: ReturnType<typeof mountUiExtension>;
}

/** What came of mounting: errors of the page and of the host, and when the block first painted. */
export interface Mounted {
  readonly errors: string[];
  firstPaintMs: number | undefined;
}

/** Mounts the extension in the page's `#block`; what it calls is answered here. */
export async function mountOn<Calls extends Record<string, (...given: never[]) => Promise<unknown>>>(
  page: Page,
  mounted: Mounted,
  ask: Omit<Ask, "calls" | "onError" | "onFirstPaint">,
  calls: Calls,
): Promise<void> {
  await page.exposeFunction("call", (path: keyof Calls, given: never[]) =>
    (calls[path] as (...given: never[]) => Promise<unknown>)(...given),
  );
  await page.exposeFunction("report", (message: string) => void mounted.errors.push(message));
  await page.exposeFunction("painted", (ms: number) => {
    mounted.firstPaintMs = ms;
  });
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
}

/** New values of the page, as Shopify hands them over later. */
export function updateOn(page: Page, values: Record<string, unknown>): Promise<void> {
  return page.evaluate((given) => (window as unknown as OnThePage).mounted.update(given), values);
}

/** As Shopify chooses among an extension's files: the locale's own, its language's, the default. */
export async function translationsFor(handle: string, locale: string): Promise<Ask["translations"]> {
  for (const name of [locale, locale.split("-")[0], "en.default"]) {
    const file = join(EXTENSIONS, handle, "locales", `${name}.json`);
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text !== undefined) return { locale: String(name).replace(".default", ""), strings: JSON.parse(text) };
  }
  throw new Error(`${handle} has no default language`);
}

type Answer = readonly [type: string, body: string];

/** Pages with a `#block` for the host to draw into, and the host itself beside them. */
export async function serveBlockPages(hostScript: string, answerTo: (url: string) => Answer) {
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = url.endsWith("/host.js") ? (["text/javascript", hostScript] as const) : answerTo(url);
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

/** The page as text; `contents` has an element with the id "block" in it. */
export function blockPage(title: string, contents: string, { direction = "ltr", width = 640 } = {}): string {
  return `<!doctype html><html lang="en" dir="${direction}"><meta charset="utf-8">
  <title>${title}</title><meta name="viewport" content="width=device-width">
  <style>body{margin:0;font:16px system-ui} main{max-width:${width}px;margin:16px}</style>
  <main><h1>${title}</h1>${contents}</main>
  <script type="module">import * as host from "/host.js"; window.host = host;</script></html>`;
}
