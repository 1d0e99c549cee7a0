import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Shopify's libraries answer 410 to a user agent that says HeadlessChrome. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/** The last of two `--disable-features` wins, so those of Playwright's list that matter here are repeated. */
const DISABLED_FEATURES = [
  "LocalNetworkAccessChecks",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "MediaRouter",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
];

/**
 * A headless Chromium that reaches this machine only: every other host name fails to resolve. Requests answered by
 * `context.route` need no name and still work. CORS and CSP are as real as in a shopper's browser. Close it when done.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, environment } = await findChromium();
  return chromium.launch({
    executablePath: path,
    headless: true,
    // Needs user namespaces, which root and most containers don't have; it only ever opens our own pages.
    chromiumSandbox: false,
    env: { ...process.env, ...environment },
    args: [
      `--disable-features=${DISABLED_FEATURES.join(",")}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-pings",
      "--font-render-hinting=none",
    ],
  });
}

/** A fresh visitor: no cookies, a usual user agent, English and London unless told. 1280 × 900 unless told. */
export function newVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: USER_AGENT,
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
}
