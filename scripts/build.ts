import { resolve } from "node:path";
import { ALL_BUILDS, buildWhatIsStale } from "./start/builds.ts";

/** `npm run build`: the database client, the extensions' bundles in extensions/x/dist, the admin pages in build/. */
const root = resolve(import.meta.dirname, "..");
const { signal } = new AbortController();
const built = await buildWhatIsStale(root, ALL_BUILDS, {
  building: (name) => console.log(`Building the ${name}`),
  signal,
});
console.log(built.length > 0 ? `Built: ${built.join(", ")}.` : "Nothing changed since the last build.");
