import { createHash } from "node:crypto";
import { chmod, mkdir, realpath, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
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
 * not enter the checkout, so its home is /var/lib/encore/<hash of folder>, named in the file `folder/data-folder`.
 */
export async function prepareHome(folder: string): Promise<Home> {
  const wanted = resolve(folder);
  try {
    await mkdir(wanted, { recursive: true });
    const isRoot = process.getuid?.() === 0;
    const home = isRoot ? join(SYSTEM_FOLDER, hashOf(await realpath(wanted))) : wanted;
    if (isRoot) {
      for (const path of [SYSTEM_FOLDER, home]) {
        await mkdir(path, { recursive: true });
        await chmod(path, 0o755);
      }
    }
    await writeFile(join(wanted, "data-folder"), `${join(home, "data")}\n`);
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

function hashOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 12);
}
