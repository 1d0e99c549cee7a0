import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generatePrismaClient } from "../prisma-client.ts";
import { alone } from "./alone.ts";
import { buildAdmin, buildToolsMissing } from "./build-admin.ts";
import { contentHash } from "./content-hash.ts";

export interface Build {
  readonly name: string;
  /** Files and folders below the project's root whose content decides whether it is stale. */
  readonly inputs: readonly string[];
  /** Must exist, whatever the hash says. */
  readonly outputs: readonly string[];
  run(root: string, signal: AbortSignal): Promise<void>;
}

/** Below node_modules: a fresh `npm ci` takes the generated Prisma client away, and this with it. */
const KEPT = "node_modules/.cache/encore/builds.json";

export const PRISMA_CLIENT: Build = {
  name: "database client",
  inputs: ["prisma/schema.prisma", "package-lock.json"],
  outputs: ["node_modules/.prisma/client/index.js"],
  run: async () => {
    await generatePrismaClient();
  },
};

export const ADMIN: Build = {
  name: "admin pages",
  inputs: [
    "app",
    "hosts",
    "extensions/shared",
    "public",
    "vite.config.ts",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ],
  outputs: ["build/server/index.js", "build/client/assets"],
  run: buildAdmin,
};

export const EXTENSIONS: Build = {
  name: "extensions",
  inputs: [
    "extensions",
    "app/contracts",
    "app/core",
    "shopify.app.toml",
    "hosts/ui-extensions/published.generated.json",
    "scripts/build-extensions.ts",
    "scripts/extensions",
    "package-lock.json",
  ],
  outputs: [
    "extensions/post-purchase/dist/post-purchase.js",
    "extensions/cart-bump/assets/cart-bump.js",
    "extensions/checkout-bump/dist/checkout-bump.js",
    "extensions/thank-you-offer/dist/thank-you-offer.js",
    "extensions/order-status-offer/dist/order-status-offer.js",
    "extensions/shared/app-address.generated.ts",
  ],
  // Not an import of this module's own: the bundler is a development dependency, and a production start has no need of it.
  run: async () => {
    const { buildExtensions } = await import("../build-extensions.ts").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ERR_MODULE_NOT_FOUND" ? buildToolsMissing() : error;
    });
    await buildExtensions();
  },
};

export const PREVIEW: Build = {
  name: "preview",
  inputs: [
    "app/preview",
    "app/core",
    "app/contracts",
    "app/http",
    "hosts",
    "extensions",
    "scripts/build-preview.ts",
    "package-lock.json",
  ],
  outputs: ["build/preview/index.html"],
  run: async (root) => {
    const { buildPreview } = await import("../build-preview.ts").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ERR_MODULE_NOT_FOUND" ? buildToolsMissing() : error;
    });
    await buildPreview(join(root, "build/preview"));
  },
};

/** In the order in which they need each other; what the admin's leaves in build/ goes first, as it empties that folder. */
export const ALL_BUILDS: readonly Build[] = [PRISMA_CLIENT, EXTENSIONS, ADMIN, PREVIEW];

export interface BuildAsk {
  readonly building: (name: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Builds those whose inputs changed since they were built last, one after the other; a second process that wants the same
 * waits for the first. The names of what was built.
 */
export async function buildWhatIsStale(root: string, builds: readonly Build[], ask: BuildAsk): Promise<string[]> {
  await mkdir(dirname(join(root, KEPT)), { recursive: true });
  return alone(join(root, `${KEPT}.lock`), ask.signal, () => buildInTurn(root, builds, ask));
}

async function buildInTurn(root: string, builds: readonly Build[], { building, signal }: BuildAsk): Promise<string[]> {
  const kept = await readKept(root);
  const built: string[] = [];
  for (const build of builds) {
    const before = await contentHash(root, build.inputs);
    if (kept[build.name] === before && build.outputs.every((output) => existsSync(join(root, output)))) continue;
    signal.throwIfAborted();
    building(build.name);
    await build.run(root, signal);
    // Again: a build may write among its own inputs, as the extensions' does with the app's address.
    kept[build.name] = await contentHash(root, build.inputs);
    await keep(root, kept);
    built.push(build.name);
  }
  return built;
}

async function readKept(root: string): Promise<Record<string, string>> {
  const text = await readFile(join(root, KEPT), "utf8").catch(() => "{}");
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}

async function keep(root: string, hashes: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(join(root, KEPT), JSON.stringify(hashes, null, 2));
}
