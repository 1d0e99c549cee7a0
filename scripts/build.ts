import { resolve } from "node:path";
import { ALL_BUILDS, buildWhatIsStale } from "./start/builds.ts";
import { CannotStart } from "./start/cannot-start.ts";

/** `npm run build`: the database client, the extensions' bundles in extensions/x/dist, the admin pages in build/. */
const root = resolve(import.meta.dirname, "..");
const { signal } = new AbortController();
try {
  const built = await buildWhatIsStale(root, ALL_BUILDS, {
    building: (name) => console.log(`Building the ${name}`),
    signal,
  });
  console.log(built.length > 0 ? `Built: ${built.join(", ")}.` : "Nothing changed since the last build.");
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 1;
}
