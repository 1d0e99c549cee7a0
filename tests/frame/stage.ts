import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { loadCatalogue } from "#sandbox/catalogue/catalogue.ts";
import { DEMO_COLLECTIONS } from "#sandbox/catalogue/collections.ts";
import { appProxy } from "#sandbox/frame/app-proxy.ts";
import { bundleBrowserScripts } from "#sandbox/frame/browser-scripts.ts";
import { adminFrame } from "#sandbox/frame/frame.ts";
import { openStore } from "#sandbox/store/open-store.ts";
import type { SandboxStore } from "#sandbox/store/sandbox-store.ts";
import type { Extensions } from "#sandbox/storefront/extensions.ts";
import type { ThemeBlock } from "#sandbox/storefront/theme/theme-extension.ts";
import { embeddedPage } from "./embedded-page.ts";

export const CLIENT_ID = "small-app-key";
export const CLIENT_SECRET = "small-app-secret";
export const APP_URL = "https://small-app.example.com";

export interface Stage {
  readonly adminUrl: string;
  readonly proxyUrl: string;
  /** Where the app's pages stand in the admin: "…/store/encore-demo/apps/small". */
  readonly appPage: string;
  readonly store: SandboxStore;
  /** What reached the app, oldest first. */
  readonly requests: readonly Pick<IncomingMessage, "method" | "url" | "headers">[];
  close(): Promise<void>;
}

/** A block for the thank-you page and one for the cart page, and an embed. */
const SMALL_EXTENSIONS: Extensions = {
  ui: [
    {
      handle: "small-offer",
      name: "Small offer",
      target: "purchase.thank-you.block.render",
      capabilities: { network_access: false, api_access: false },
      metafields: [],
      settings: [
        { key: "heading", type: "single_line_text_field", name: "Heading", description: "Stands above it." },
        { key: "show_picture", type: "boolean", name: "Show the picture", description: undefined },
      ],
      locales: [{ locale: "en", strings: {} }],
      bundle: "/dev/null",
    },
  ],
  theme: [
    {
      handle: "small-theme",
      name: "Small theme blocks",
      folder: "/dev/null",
      locales: new Map(),
      defaultLanguage: "en",
      blocks: [smallBlock("small-block", "section"), smallBlock("small-embed", "body")],
    },
  ],
};

function smallBlock(handle: string, target: "section" | "body"): ThemeBlock {
  return {
    handle,
    name: handle,
    target,
    javascript: undefined,
    stylesheet: undefined,
    templates: undefined,
    settings: [
      { type: "text", id: "title", label: "Title", info: undefined, default: "Fries with that?", options: [] },
    ],
    liquid: "",
  };
}

/** Answers in place of the small app's page; undefined leaves the page to answer. */
export type AppAnswer = (
  url: URL,
  request: IncomingMessage,
) => { status?: number; headers?: Record<string, string>; body?: string } | undefined;

/** The admin's frame and its proxy around a small app, with a store in memory that sells the demo catalogue. */
export async function openStage(body = "", answer: AppAnswer = () => undefined): Promise<Stage> {
  const requests: Stage["requests"][number][] = [];
  let appBridgeUrl = "";
  const app = await listen((request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    const given = answer(new URL(request.url ?? "/", APP_URL), request);
    response.writeHead(given?.status ?? 200, { "Content-Type": "text/html; charset=utf-8", ...given?.headers });
    response.end(given?.body ?? embeddedPage(appBridgeUrl, body));
  });
  const [admin, proxy] = await Promise.all([listen(), listen()]);
  const [adminUrl, proxyUrl] = [addressOf(admin), addressOf(proxy)];
  appBridgeUrl = `${adminUrl}/frame/app-bridge.js`;
  const configuration = {
    name: "Small",
    handle: "small",
    applicationUrl: APP_URL,
    scopes: ["read_products", "read_orders"],
    optionalScopes: ["read_themes", "read_customers"],
    webhookApiVersion: "2026-10",
    subscriptions: [],
  };
  const credentials = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
  const store = openStore({
    catalogue: loadCatalogue(),
    collections: DEMO_COLLECTIONS,
    app: { ...credentials, url: addressOf(app), configuration },
    address: "http://127.0.0.1:9",
    now: Date.now,
  });
  store.installApp();
  const scripts = await bundleBrowserScripts();
  const storeUrl = "http://127.0.0.1:9";
  const frame = adminFrame({
    store,
    ...credentials,
    configuration,
    extensions: SMALL_EXTENSIONS,
    storeUrl,
    adminUrl,
    proxyUrl,
    scripts,
    now: Date.now,
  });
  admin.on("request", (request, response) => void frame(request, response));
  const appPort = portOf(app);
  proxy.on(
    "request",
    appProxy({ appPort, appUrl: APP_URL, proxyOrigin: proxyUrl, frameOrigin: adminUrl, appBridgeUrl }),
  );
  return {
    adminUrl,
    proxyUrl,
    appPage: `${adminUrl}/store/encore-demo/apps/small`,
    store,
    requests,
    close: async () => {
      await Promise.all([app, admin, proxy].map(end));
      await store.close();
    },
  };
}

/** Opens the small app in the admin; its frame once it stands there. */
export async function openAppIn(page: Page, stage: Stage): Promise<Frame> {
  await page.goto(stage.appPage);
  await page.frameLocator("iframe[name=app-iframe]").getByRole("heading", { name: "Small app" }).waitFor();
  const app = page.frame("app-iframe");
  if (!app) throw new Error("the app is in no frame");
  return app;
}

async function listen(answer?: RequestListener): Promise<Server> {
  const server = answer ? createServer(answer) : createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${portOf(server)}`;
}
