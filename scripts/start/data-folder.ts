import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** Makes the folder and its `logs`. Throws CannotStart when nothing can be written there. */
export async function openDataFolder(folder: string): Promise<void> {
  const probe = join(folder, ".probe");
  try {
    await mkdir(join(folder, "logs"), { recursive: true });
    await access(folder, constants.W_OK);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new CannotStart(
      `Nothing can be written to ${folder}${reason}: make it writable, or name another folder in ENCORE_DATA_FOLDER.`,
    );
  }
}
