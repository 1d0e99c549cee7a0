import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadCatalogue } from "#sandbox/catalogue/catalogue.ts";
import { DEMO_COLLECTIONS } from "#sandbox/catalogue/collections.ts";
import { openStore } from "#sandbox/store/open-store.ts";
import type { SandboxStore } from "#sandbox/store/sandbox-store.ts";
import { readAppConfiguration } from "#sandbox/store/webhooks/app-configuration.ts";
import { UI_SLOTS, type UiTarget } from "#sandbox/storefront/blocks/ui-extension.ts";
import { storefront } from "#sandbox/storefront/storefront.ts";
import type { ThemeExtension } from "#sandbox/storefront/theme/theme-extension.ts";

export const CLIENT_ID = "0123456789abcdef";
export const CLIENT_SECRET = "shpss_the-secret-of-the-tests";
const APP_URL = "https://encore.example.com";
/** Subscribes to nothing: no webhook leaves the shop. */
const APP_TOML = `name = "Encore"
handle = "encore"
application_url = "${APP_URL}"
[access_scopes]
scopes = "read_products"
[webhooks]
api_version = "2026-10"`;

export interface OpenShop {
  readonly url: string;
  readonly store: SandboxStore;
  /** From now on this is the post-purchase bundle. */
  runExtension(bundle: string): void;
  /** From now on this bundle runs at the target, placed where a merchant first would; each call replaces the one before. */
  runBlock(target: UiTarget, bundle: string): void;
  close(): Promise<void>;
}

export interface ShopAround {
  /** Theme extensions to render. */
  readonly theme?: readonly ThemeExtension[];
  /** Where the app listens: what the app proxy forwards to. */
  readonly appPort?: number;
}

const TARGETS = Object.keys(UI_SLOTS) as UiTarget[];

/** The demo shop with its whole catalogue on a free port, the app installed. */
export async function openShop({ theme = [], appPort = 9 }: ShopAround = {}): Promise<OpenShop> {
  const folder = mkdtempSync(join(tmpdir(), "encore-storefront-"));
  const bundle = join(folder, "extension.js");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = openStore({
    catalogue: loadCatalogue(),
    collections: DEMO_COLLECTIONS,
    app: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      url: "http://127.0.0.1:9",
      configuration: readAppConfiguration(APP_TOML),
    },
    address: url,
    now: Date.now,
  });
  store.installApp();
  const ui = TARGETS.map((target, index) => ({
    handle: `block-${index}`,
    name: `Block ${index}`,
    target,
    capabilities: { network_access: true, api_access: true },
    metafields: [{ namespace: "$app", key: "offers" }],
    settings: [],
    locales: [
      { locale: "en", strings: { hello: "Hello" } },
      { locale: "fr", strings: { hello: "Bonjour" } },
    ],
    bundle: join(folder, `block-${index}.js`),
  }));
  const answer = storefront({
    store,
    storeUrl: url,
    appUrl: APP_URL,
    appPort,
    extension: pathToFileURL(bundle),
    extensions: { ui, theme },
    appProxy: { url: "/proxy", prefix: "apps", subpath: "encore" },
    clientSecret: CLIENT_SECRET,
  });
  server.on("request", async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end();
  });
  const runExtension = (source: string) => writeFileSync(bundle, source);
  runExtension(saysNo);
  return {
    url,
    store,
    runExtension,
    runBlock: (target, source) => {
      const found = ui.find((each) => each.target === target);
      if (!found) throw new Error(`no page has ${target}`);
      writeFileSync(found.bundle, source);
      if (store.placements().some((placed) => placed.target === target)) return;
      store.place({ extension: found.handle, target, slot: UI_SLOTS[target][0]?.id ?? "" });
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Small bundles that each do one thing. */
export const saysNo = `shopify.extend("Checkout::PostPurchase::ShouldRender", () => ({ render: false }));`;

export const offersTea = offering(`
  const button = root.createComponent("Button", { onPress: () => api.done() }, "No more tea");
  root.appendChild(root.createComponent("Text", {}, "More tea for " + api.storage.initialData.lines + " lines?"));
  root.appendChild(button);
  root.mount();`);

/** Greets the customer that the purchase names, and tells whom it named when the page was asked for. */
export const greets = `shopify.extend("Checkout::PostPurchase::ShouldRender", async ({ inputData, storage }) => {
    await storage.update({ before: inputData.initialPurchase.customerId });
    return { render: true };
  });
  shopify.extend("Checkout::PostPurchase::Render", (root, api) => {
    const { customerId } = api.inputData.initialPurchase;
    const text = customerId ? "Hello " + customerId + ", and " + api.storage.initialData.before + " before" : "Hello stranger";
    root.appendChild(root.createComponent("Text", {}, text));
    root.mount();
  });`;

/** Applies these signed changesets, one for each press, and says how many more the store would take. */
export const applying = (changesets: readonly string[]) =>
  offering(`
  const waiting = ${JSON.stringify(changesets)};
  const more = root.createComponent("Button", { onPress: async () => {
    const { changesetApplicationsRemaining } = await api.applyChangeset(waiting.shift());
    root.insertBefore(root.createComponent("Text", {}, changesetApplicationsRemaining + " left"), more);
  } }, "More tea");
  root.appendChild(more);
  root.appendChild(root.createComponent("Button", { onPress: () => api.done() }, "Enough"));
  root.mount();`);

/** Says yes, keeps the number of lines, then runs this with \`root\` and \`api\`. */
export function offering(render: string): string {
  return `shopify.extend("Checkout::PostPurchase::ShouldRender", async ({ inputData, storage }) => {
    await storage.update({ lines: inputData.initialPurchase.lineItems.length });
    return { render: true };
  });
  shopify.extend("Checkout::PostPurchase::Render", (root, api) => {${render}});`;
}
