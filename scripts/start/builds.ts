import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contentHash } from "./content-hash.ts";
import { runTool } from "./run-tool.ts";

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
  inputs: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"],
  outputs: ["node_modules/.prisma/client/index.js"],
  run: (root, signal) => runTool(root, "prisma", ["generate"], signal),
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
  run: (root, signal) => runTool(root, "remix", ["vite:build"], signal),
};

export const EXTENSIONS: Build = {
  name: "extensions",
  inputs: [
    "extensions",
    "app/contracts",
    "app/core",
    "shopify.app.toml",
    "scripts/build-extensions.ts",
    "package-lock.json",
  ],
  outputs: ["extensions/post-purchase/dist/post-purchase.js", "extensions/shared/app-address.generated.ts"],
  // Not an import of this module's own: the bundler is a development dependency, and a production start has no need of it.
  run: async () => {
    const { buildExtensions } = await import("../build-extensions.ts");
    await buildExtensions();
  },
};

/** In the order in which they need each other. */
export const ALL_BUILDS: readonly Build[] = [PRISMA_CLIENT, EXTENSIONS, ADMIN];

/** Builds those whose inputs changed since they were built last, one after the other. The names of what was built. */
export async function buildWhatIsStale(
  root: string,
  builds: readonly Build[],
  { building, signal }: { readonly building: (name: string) => void; readonly signal: AbortSignal },
): Promise<string[]> {
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
  await mkdir(dirname(join(root, KEPT)), { recursive: true });
  await writeFile(join(root, KEPT), JSON.stringify(hashes, null, 2));
}
