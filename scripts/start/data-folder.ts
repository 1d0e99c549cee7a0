import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#app/platform/app-error.ts";
import { claimHome } from "#app/platform/embedded-postgres/claim.ts";
import { CannotStart } from "./cannot-start.ts";

/**
 * Makes the folder and its `logs` and claims them for this process; returns what gives the claim up. Throws CannotStart
 * when nothing can be written there or another start has it.
 */
export async function openDataFolder(folder: string): Promise<() => void> {
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
  return claimHome(folder).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "already-running")) throw error;
    throw new CannotStart(
      `Encore already runs with its data in ${folder}: stop that one, or name another folder in ENCORE_DATA_FOLDER.`,
    );
  });
}
