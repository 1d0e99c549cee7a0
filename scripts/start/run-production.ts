import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ProductionSettings } from "#app/platform/env.ts";
import { ADMIN, PREVIEW, PRISMA_CLIENT } from "./builds.ts";
import { CannotStart } from "./cannot-start.ts";

/**
 * The server of a real Shopify app, in this process: migrates the database, then serves until it is asked to stop.
 * Nothing of the sandbox is loaded. Throws CannotStart when it was never built; server.ts speaks for itself after that.
 */
export async function runProduction(root: string, { databaseUrl }: ProductionSettings): Promise<void> {
  const missing = [PRISMA_CLIENT, PREVIEW, ADMIN].find(({ outputs }) =>
    outputs.some((output) => !existsSync(join(root, output))),
  );
  if (missing) throw new CannotStart(`The ${missing.name} are not built: run "npm run build" first.`);
  const { migrate } = await import("#app/stores/migrate.ts");
  await migrate(databaseUrl);
  await import("../../server.ts");
}
