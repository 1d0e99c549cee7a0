import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Chromium {
  readonly path: string;
  /** What must be added to the browser's environment: its own libraries and fonts. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The Chromium that `CHROMIUM_PATH` names, else the one that @sparticuz/chromium carries, unpacked once for each version
 * and user into the temp folder (about 3 s and 211 MB). Never downloads. Throws one sentence when neither can run here.
 */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file.`);
    return { path: given, environment: {} };
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "The Chromium from npm runs on 64-bit x86 Linux only: set CHROMIUM_PATH to a Chromium of this machine.",
    );
  }
  const folder = await unpackedFolder();
  const libraries = join(folder, "al2023", "lib");
  const others = process.env.LD_LIBRARY_PATH;
  return {
    path: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: others ? `${libraries}${delimiter}${others}` : libraries,
      FONTCONFIG_FILE: join(folder, "fonts", "encore.conf"),
    },
  };
}

async function unpackedFolder(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve("@sparticuz/chromium")
    .replace(/build\/.*$/, "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const folder = join(tmpdir(), `encore-chromium-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;

  const staging = await mkdtemp(`${folder}-unpacking-`);
  // The package unpacks into os.tmpdir() and leaves its nss libraries out except on Lambda: a child of its own is told both.
  const program = 'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
  await run(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: dirname(manifest),
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  await writeFile(join(staging, "fonts", "encore.conf"), fontConfiguration(folder));
  try {
    await rename(staging, folder);
  } catch (cause) {
    await rm(staging, { recursive: true, force: true });
    // Another process was quicker: its folder is as complete as ours, since both arrive by rename.
    if (!existsSync(folder)) throw cause;
  }
  return folder;
}

/** The package's own file names /tmp/fonts whatever the temp folder is; system fonts only fill in missing glyphs. */
function fontConfiguration(folder: string): string {
  const openSansFirst = ["sans-serif", "serif", "system-ui"].map(
    (family) => `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${join(folder, "fonts", "fonts")}</dir><dir>/usr/share/fonts</dir>`,
    ...openSansFirst,
    `<cachedir>${join(folder, "fonts", "cache")}</cachedir></fontconfig>`,
  ].join("\n");
}
