import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import staticCompressed from "express-static-gzip";
import { compose, type Encore } from "#app/composition.ts";
import { withRefusalsAnswered } from "#app/http/answered-routes.ts";
import { shoppersServerOptions } from "#app/http/shoppers-listener.ts";
import { chooseMode } from "#app/platform/env.ts";

/** The pages of the checkout, and the storefront through Shopify's app proxy. */
const SHOPPERS = ["/api/v1/", "/proxy/"];
const BUILD = new URL("./build/", import.meta.url);
/** Requests that are under way when the process is told to stop have this long to end. */
const LAST_ANSWERS_MS = 5_000;
/** And all that it does, jobs too: without its database the last of it would never end. */
const LAST_WORK_MS = 12_000;

/** One process of the app: the shoppers' endpoints on bare node:http, everything else by Remix. */
async function serve(): Promise<void> {
  const settings = chooseMode(process.env);
  if (settings.kind !== "production") {
    throw new Error(
      settings.kind === "unusable" ? settings.sentence : "server.ts needs the settings of a production server.",
    );
  }
  const { APP_BRIDGE_URL, CUSTOMER_FACTS_WITHIN_MS } = process.env;
  const encore = await compose({
    ...settings,
    appBridgeUrl: APP_BRIDGE_URL,
    customerFactsWithinMs: CUSTOMER_FACTS_WITHIN_MS === undefined ? undefined : Number(CUSTOMER_FACTS_WITHIN_MS),
  });
  const merchants = await merchantsListener(encore);
  const server = createServer(shoppersServerOptions, (req, res) => {
    if (SHOPPERS.some((path) => req.url?.startsWith(path))) encore.shoppers(req, res);
    else merchants(req, res);
  });
  await listening(server, settings.port, settings.host);
  encore.log.info({ port: settings.port, host: settings.host }, "Encore listens");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(server, encore));
}

/** Static files of the build, a health check, and Remix. */
async function merchantsListener(encore: Encore): Promise<(req: IncomingMessage, res: ServerResponse) => void> {
  const build = withRefusalsAnswered((await import(new URL("server/index.js", BUILD).href)) as ServerBuild);
  const app = express();
  app.disable("x-powered-by");
  app.get("/healthz", (_req, res) => {
    encore.isHealthy().then(
      (healthy) => res.status(healthy ? 200 : 503).json({ healthy }),
      () => res.status(503).json({ healthy: false }),
    );
  });
  // A merchant on a phone loads a fifth of it so. The shoppers' answers are small, and made before this.
  app.use(compression());
  // The editor's preview: a page of its own that holds no data, and the extensions' bundles byte for byte.
  const preview = fileURLToPath(new URL("preview/", BUILD));
  app.use("/preview/files", express.static(`${preview}files`, { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use("/preview", express.static(preview, { maxAge: 0 }));
  const files = fileURLToPath(new URL("client/", BUILD));
  // Their names carry a hash of their content: one that is not there belongs to an older build, and no page answers it.
  const forGood = { immutable: true, maxAge: "1y" };
  app.use(
    "/assets",
    staticCompressed(`${files}assets`, { enableBrotli: true, orderPreference: ["br"], serveStatic: forGood }),
  );
  app.use("/assets", (_req, res) => void res.status(404).end());
  app.use(express.static(files, { maxAge: "1h", index: false }));
  app.all("*", createRequestHandler({ build, mode: "production", getLoadContext: () => ({ encore }) }));
  return app;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

async function stop(server: Server, encore: Encore): Promise<void> {
  setTimeout(() => {
    encore.log.error("What was under way did not end in time: stopped without it");
    process.exit(1);
  }, LAST_WORK_MS).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  await closed;
  await encore.close();
}

serve().catch((error: unknown) => {
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(inUse ? `Port ${process.env.PORT} is in use already.` : error instanceof Error ? error.message : error);
  process.exit(1);
});
