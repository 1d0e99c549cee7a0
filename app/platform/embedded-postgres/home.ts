import { randomUUID } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../app-error.ts";

/** Where one server keeps what is its own. */
export interface Home {
  readonly folder: string;
  /** PostgreSQL's data folder: mode 0700, owned by the server's user. */
  readonly data: string;
  /** The file with the owner's password, for this process's user only. */
  readonly secret: string;
  readonly log: string;
  /** Where the readable copies of the binaries lie, one folder a version. */
  readonly binaries: string;
  /** The user that the server runs as: set when this process is root, as which PostgreSQL refuses to run. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** What Linux systems call `nobody`. initdb wants a user that has a name in /etc/passwd. */
const NOBODY = 65534;
const SYSTEM_FOLDER = "/var/lib/encore";

/** Nothing of this process's environment reaches the server: a stray PGDATA or LC_ALL would change it. */
export const BARE_ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };

/**
 * Makes the folders. As an ordinary user all is in `folder`. As root the server runs as another user, which can often
 * not enter the checkout, so its home is a folder in /var/lib/encore, named in the file `folder/data-folder`: who deletes
 * `folder` begins anew.
 */
export async function prepareHome(folder: string): Promise<Home> {
  const wanted = resolve(folder);
  try {
    await mkdir(wanted, { recursive: true });
    const isRoot = process.getuid?.() === 0;
    const mark = join(wanted, "data-folder");
    const home = isRoot ? await systemHome(mark) : wanted;
    if (isRoot) {
      for (const path of [SYSTEM_FOLDER, home]) {
        await mkdir(path, { recursive: true });
        await chmod(path, 0o755);
      }
    }
    await writeFile(mark, `${join(home, "data")}\n`);
    return {
      folder: home,
      data: join(home, "data"),
      secret: join(home, "owner-password"),
      log: join(home, "postgres.log"),
      binaries: isRoot ? SYSTEM_FOLDER : home,
      ...(isRoot && { user: { uid: NOBODY, gid: NOBODY } }),
    };
  } catch (error) {
    const place = (error as NodeJS.ErrnoException).path ?? wanted;
    throw new AppError("data-folder-unwritable", 500, `The database's folder ${place} cannot be written.`, {
      cause: error,
    });
  }
}

/** The one that the mark names; a new one where there is no mark, or an ordinary user's. */
async function systemHome(mark: string): Promise<string> {
  const named = await readFile(mark, "utf8").catch(() => "");
  const home = dirname(named.trim());
  return dirname(home) === SYSTEM_FOLDER ? home : join(SYSTEM_FOLDER, randomUUID());
}
