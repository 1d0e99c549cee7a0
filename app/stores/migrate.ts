import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { AppError } from "#app/platform/app-error.ts";
import { APP_ROLE, asLoginRole } from "#app/platform/connection-roles.ts";
import { runProgram } from "#app/platform/run-program.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MIGRATIONS = join(ROOT, "prisma/migrations");

/**
 * Brings the database up to this code: our migrations, then graphile-worker's. Cheap when there is nothing to do: one
 * query tells, and Prisma (1.5 s) runs only if a folder of prisma/migrations has not been applied. Processes that start
 * together wait for each other. `ownerUrl` is the login that owns the database; an AppError with one sentence when the
 * server cannot be reached, refuses the login, or the login may not do what is needed.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const url = asLoginRole(ownerUrl);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    await client.query("select pg_advisory_lock(hashtext('encore'), hashtext('migrate'))");
    if (await somethingIsMissing(client)) await deploy(url);
    await requireAppRole(client);
    await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
  } finally {
    await client.end();
  }
}

async function somethingIsMissing(client: pg.Client): Promise<boolean> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const applied = await client
    .query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    )
    .then(
      ({ rows }) => new Set(rows.map(({ name }) => name)),
      (error: unknown) => {
        if (codeOf(error) === NO_SUCH_TABLE) return new Set<string>();
        throw error;
      },
    );
  return wanted.some((name) => !applied.has(name));
}

/** Prisma's own command in a process of its own: its patches of `pg` and of timers stay there. */
function deploy(url: string): Promise<void> {
  const prisma = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build/index.js");
  return runProgram([prisma, "migrate", "deploy"], {
    cwd: ROOT,
    env: { DATABASE_URL: url, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    failed: migrationFailed,
  });
}

/** Another login of the cluster may have made the role: then this one cannot give it to itself. */
async function requireAppRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`set role ${APP_ROLE}; reset role`);
  } catch (error) {
    throw mayNotTakeRole(error);
  }
}

function migrationFailed(said: string): AppError {
  if (/permission denied to (create|grant) role/.test(said)) return mayNotTakeRole(said);
  const reason = said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^(Error|ERROR|Database error|P\d{4})/.test(line))
    .join(" ");
  return new AppError("migration-failed", 500, `The database could not be migrated. ${reason || said.trim()}`, {
    cause: said,
  });
}

function mayNotTakeRole(cause?: unknown): AppError {
  return new AppError(
    "no-app-role",
    500,
    `The database's login needs the role ${APP_ROLE}: give it CREATEROLE, or have an administrator run ` +
      `CREATE ROLE ${APP_ROLE} and GRANT ${APP_ROLE} to it.`,
    { cause },
  );
}

const NO_SUCH_TABLE = "42P01";

/** Says where it looked, never with what password. */
function unreachable(url: string, cause: unknown): AppError {
  const { hostname, port } = new URL(url);
  const server = `${hostname}:${port || 5432}`;
  const code = codeOf(cause);
  if (code === "28P01" || code === "28000") {
    return new AppError("database-refused", 503, `The database at ${server} refused the login of DATABASE_URL.`, {
      cause,
    });
  }
  if (code === "3D000") {
    return new AppError("database-missing", 503, `The database that DATABASE_URL names does not exist at ${server}.`, {
      cause,
    });
  }
  return new AppError("database-away", 503, `The database at ${server} cannot be reached (${code ?? "no answer"}).`, {
    retryAfterSeconds: 5,
    cause,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
