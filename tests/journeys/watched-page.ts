import type { Browser, ConsoleMessage, Page } from "playwright-core";
import { newVisitor } from "#tests/support/browser.ts";

/** A page of a visitor of its own, patient for 15 seconds; what goes wrong in it is added to `failures`. */
export async function watchedPage(
  browser: Browser,
  failures: string[],
  options: Parameters<typeof newVisitor>[1] = {},
): Promise<Page> {
  const page = await (await newVisitor(browser, options)).newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => failures.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isBusyApp(message) && !isOffline(message))
      failures.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** The cart asks the app while it may still be busy: Chromium notes that it said so, and the shopper sees nothing. */
function isBusyApp(message: ConsoleMessage): boolean {
  return message.location().url.includes("/apps/") && message.text().includes("503");
}

/** Chromium's own note, once for each request, where a journey has cut its visitor's connection. */
function isOffline(message: ConsoleMessage): boolean {
  return message.text().includes("net::ERR_INTERNET_DISCONNECTED");
}
