import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import type { SandboxPorts } from "#app/platform/env.ts";
import { CannotStart } from "./cannot-start.ts";

/** Not secret: they sign what never leaves this machine. */
const CLIENT_ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const CLIENT_SECRET = "sandbox-client-secret-good-for-127.0.0.1-only";

export interface SandboxEnvironments {
  readonly storeUrl: string;
  readonly adminUrl: string;
  readonly sandbox: NodeJS.ProcessEnv;
  readonly app: (databaseUrl: string) => NodeJS.ProcessEnv;
}

/** What the two children are told: the app what any production server is told, the sandbox the same app's credentials. */
export async function sandboxEnvironments(
  root: string,
  ports: SandboxPorts,
  dataFolder: string,
): Promise<SandboxEnvironments> {
  const storeUrl = `http://127.0.0.1:${ports.store}`;
  const adminUrl = `http://127.0.0.1:${ports.admin}`;
  const appUrl = await applicationUrl(root);
  const shared = {
    ...process.env,
    NODE_ENV: "production" as const,
    SHOPIFY_API_KEY: CLIENT_ID,
    SHOPIFY_API_SECRET: CLIENT_SECRET,
    PORT: String(ports.app),
  };
  return {
    storeUrl,
    adminUrl,
    sandbox: {
      ...shared,
      ENCORE_STORE_PORT: String(ports.store),
      ENCORE_ADMIN_PORT: String(ports.admin),
      ENCORE_PROXY_PORT: String(ports.proxy),
      ENCORE_DATA_FOLDER: dataFolder,
    },
    app: (databaseUrl) => ({
      ...shared,
      HOST: "127.0.0.1",
      SHOPIFY_APP_URL: appUrl,
      DATABASE_URL: databaseUrl,
      APP_BRIDGE_URL: `${adminUrl}/frame/app-bridge.js`,
      // A store, a database and often a browser share this machine's cores: 50 ms is a server's own.
      CUSTOMER_FACTS_WITHIN_MS: "250",
      ENCORE_SANDBOX_SHOPIFY: storeUrl,
    }),
  };
}

async function applicationUrl(root: string): Promise<string> {
  const address = parse(await readFile(join(root, "shopify.app.toml"), "utf8")).application_url;
  if (typeof address !== "string") throw new CannotStart("shopify.app.toml has no application_url.");
  return address;
}
