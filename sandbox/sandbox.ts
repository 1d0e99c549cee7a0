import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { loadCatalogue } from "./catalogue/catalogue.ts";
import { DEMO_COLLECTIONS } from "./catalogue/collections.ts";
import { appProxy } from "./frame/app-proxy.ts";
import { bundleBrowserScripts } from "./frame/browser-scripts.ts";
import { adminFrame } from "./frame/frame.ts";
import type { Dials } from "./store/dials.ts";
import { openStore } from "./store/open-store.ts";
import type { SandboxStore } from "./store/sandbox-store.ts";
import { readAppConfiguration } from "./store/webhooks/app-configuration.ts";
import { readExtensions } from "./storefront/extensions.ts";
import { placeEverything } from "./storefront/place-everything.ts";
import { storefront } from "./storefront/storefront.ts";

export interface SandboxOptions {
  /** Where to listen on 127.0.0.1, 0 for any free port; `app` is where the app listens. */
  readonly ports: { readonly store: number; readonly admin: number; readonly proxy: number; readonly app: number };
  /** The shop's state is kept here between runs; without it, nowhere. */
  readonly dataFolder?: string;
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  readonly dials?: Partial<Dials>;
}

export interface Sandbox {
  readonly storeUrl: string;
  readonly adminUrl: string;
  /** Where a browser finds the app: what the admin's iframe loads. */
  readonly proxyUrl: string;
  readonly store: SandboxStore;
  stop(): Promise<void>;
}

/** A post-purchase token carries the purchase: 60 lines make a header of 26 KB. */
const MAX_HEADER_BYTES = 128 * 1024;

/**
 * Shopify on this machine: a store with its checkout and APIs, its admin, and the proxy through which the admin embeds
 * the app. Loopback only. The app is installed when the shop is new. Rejects when a port is taken.
 */
export async function startSandbox({ ports, dataFolder, app, dials }: SandboxOptions): Promise<Sandbox> {
  const servers = await listenOn([ports.store, ports.admin, ports.proxy]);
  const [storeServer, adminServer, proxyServer] = servers;
  if (!storeServer || !adminServer || !proxyServer) throw new Error("three servers were asked for");
  const [storeUrl, adminUrl, proxyUrl] = [addressOf(storeServer), addressOf(adminServer), addressOf(proxyServer)];
  const configuration = readAppConfiguration(await readFile(new URL("../shopify.app.toml", import.meta.url), "utf8"));
  const file = dataFolder && (await snapshotFile(dataFolder));
  const isNew = !file || !existsSync(file);
  const store = openStore({
    catalogue: loadCatalogue(),
    collections: DEMO_COLLECTIONS,
    ...(file && { file }),
    app: { ...app, url: `http://127.0.0.1:${ports.app}`, configuration },
    address: storeUrl,
    now: Date.now,
    ...(dials && { dials }),
  });
  const extensions = readExtensions();
  if (isNew) {
    store.installApp();
    placeEverything(store, extensions);
  }

  const shop = storefront({
    store,
    storeUrl,
    appPort: ports.app,
    appUrl: configuration.applicationUrl,
    clientSecret: app.clientSecret,
    ...(configuration.appProxy && { appProxy: configuration.appProxy }),
    extensions,
  });
  answerWith(storeServer, async (request, response) => {
    if (await store.handleApi(request, response)) return;
    if (await shop(request, response)) return;
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is no such page.");
  });
  const scripts = await bundleBrowserScripts();
  const frame = { store, ...app, configuration, extensions, storeUrl, adminUrl, proxyUrl, scripts, now: Date.now };
  answerWith(adminServer, adminFrame(frame));
  const appBridgeUrl = `${adminUrl}/frame/app-bridge.js`;
  answerWith(
    proxyServer,
    appProxy({
      appPort: ports.app,
      appUrl: configuration.applicationUrl,
      proxyOrigin: proxyUrl,
      frameOrigin: adminUrl,
      appBridgeUrl,
    }),
  );
  return {
    storeUrl,
    adminUrl,
    proxyUrl,
    store,
    stop: async () => {
      await Promise.all(servers.map(closed));
      await store.close();
    },
  };
}

async function snapshotFile(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  return join(dataFolder, "shop.json");
}

/** All of the ports or none: when one is taken, those already had are given back. */
async function listenOn(ports: readonly number[]): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const port of ports) {
      const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES });
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
      });
      servers.push(server);
    }
    return servers;
  } catch (error) {
    await Promise.all(servers.map(closed));
    throw error;
  }
}

/** A page that throws is a bug of the sandbox: it is told, and the shopper's browser gets a 500. */
function answerWith(server: Server, answer: (...asked: Parameters<RequestListener>) => Promise<void> | void): void {
  server.on("request", async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      console.error(`${request.method} ${request.url}`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end("The sandbox failed here.");
    }
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server listens on no port");
  return `http://127.0.0.1:${address.port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
