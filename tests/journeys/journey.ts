import { launchBrowser, type newVisitor } from "#tests/support/browser.ts";
import { runEncore } from "#tests/support/running-encore.ts";
import { Merchant } from "./merchant.ts";
import { Shopper } from "./shopper.ts";
import { watchedPage } from "./watched-page.ts";

export type Journey = Awaited<ReturnType<typeof openJourney>>;

/** The whole product, running: its merchant, as many more and shoppers as are asked for, and what went wrong on any of their pages. */
export async function openJourney() {
  const browser = await launchBrowser();
  const encore = await runEncore();
  const failures: string[] = [];
  const newPage = (options?: Parameters<typeof newVisitor>[1]) => watchedPage(browser, failures, options);
  const newMerchant = async (options?: Parameters<typeof newVisitor>[1]) =>
    new Merchant(await newPage(options), encore.adminUrl);
  return {
    encore,
    failures,
    merchant: await newMerchant(),
    newMerchant,
    newShopper: async (options?: Parameters<typeof newVisitor>[1]) =>
      new Shopper(await newPage(options), encore.storeUrl),
    close: async () => {
      await browser.close();
      await encore.stop();
    },
  };
}
