import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { postPurchaseHostDefines } from "#hosts/post-purchase/build.ts";
import { bundleForPage } from "#hosts/shared/build.ts";
import { uiExtensionHostDefines } from "#hosts/ui-extensions/build.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { type BuiltExtension, buildExtensions } from "../../scripts/build-extensions.ts";
import type { Stage } from "./in-page/stage.ts";
import type { Watch } from "./in-page/watch.ts";

export interface OnThePage {
  watch: Watch;
  stage: Stage;
}

export type BenchStage = Awaited<ReturnType<typeof openBenchStage>>;

/** One browser and one tab, in which all take turns: pages with both hosts on them, and pages as the bench gives them. */
export async function openBenchStage() {
  const [built, watch, program, browser] = await Promise.all([
    buildExtensions(),
    bundleForPage(join(import.meta.dirname, "in-page/watch.ts"), "iife", {}),
    hostsProgram(),
    launchBrowser(),
  ]);
  const visitor = await newVisitor(browser);
  await visitor.addInitScript(watch);
  const page = await visitor.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => void errors.push(message));
  const pages = await servePages(program);

  return {
    page,
    browserVersion: browser.version(),
    built: new Map<string, BuiltExtension>(built.map((extension) => [extension.handle, extension])),
    async bundleOf(handle: string): Promise<string> {
      const extension = built.find((one) => one.handle === handle);
      if (!extension) throw new Error(`there is no extension ${handle}`);
      return readFile(extension.file, "utf8");
    },
    /** A page with the hosts and nothing else, as new as a reload makes it. */
    async openHosts(): Promise<void> {
      await page.goto(pages.address);
    },
    /** Serves a page of the bench's own; answers where. */
    addPage: pages.add,
    /** Throws when anything on the pages went wrong: then something else was timed than was meant. */
    async checkErrors(): Promise<void> {
      const told = await page.evaluate(() => (window as unknown as Partial<OnThePage>).stage?.errors ?? []);
      const all = [...errors, ...told];
      if (all.length > 0) throw new Error(all.join("; "));
    },
    async close(): Promise<void> {
      await Promise.all([browser.close(), pages.close()]);
    },
  };
}

/** What the page's watch was asked last, in milliseconds. */
export function tookOn(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as OnThePage).watch.took);
}

/** Does it as a shopper, and answers how long each of the texts took to be painted from then on. */
export async function timed(page: Page, texts: readonly string[], act: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate((given) => (window as unknown as OnThePage).watch.sinceNextInput(...given), texts);
  await act();
  return tookOn(page);
}

async function hostsProgram(): Promise<string> {
  const define = { ...(await postPurchaseHostDefines()), ...(await uiExtensionHostDefines()) };
  return bundleForPage(join(import.meta.dirname, "in-page/stage.ts"), "iife", define);
}

const HOSTS_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
  <meta name="viewport" content="width=device-width">
  <style>body{margin:0;font:16px system-ui} main{max-width:640px;margin:16px}</style>
  <main><h1>Bench</h1><div id="place"></div></main><script src="/hosts.js"></script></html>`;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 8h7L4 1z"/></svg>';

async function servePages(program: string) {
  const own = new Map<string, string>();
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = url.endsWith(".js")
      ? ["text/javascript", program]
      : url.endsWith(".svg")
        ? ["image/svg+xml", PICTURE]
        : ["text/html", own.get(url) ?? HOSTS_PAGE];
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `${address}/`,
    add(path: string, html: string): string {
      own.set(path, html);
      return `${address}${path}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
