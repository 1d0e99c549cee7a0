import { matchRoutes } from "@remix-run/react";

type Routes = Parameters<typeof matchRoutes>[0];

/** Slower than that a script does not come. */
const SCRIPT_WITHIN_MS = 20_000;

/**
 * The scripts that a page needs and that have not been fetched since the app was opened. Where one of them does not come
 * while the page is being opened, Remix reloads the whole app: offline that ends in the browser's own error page.
 */
export function missingScripts(pathname: string): readonly string[] {
  const { routes } = globalThis.__remixManifest;
  const needed = (matchRoutes(routesBelow(""), pathname) ?? []).flatMap(({ route: { id = "" } }) => {
    const route = routes[id];
    return route && !(id in globalThis.__remixRouteModules) ? [route.module, ...(route.imports ?? [])] : [];
  });
  return [...new Set(needed)];
}

/**
 * Fetches them into the browser's own store, where Remix finds them: they are kept there for good. By `fetch`, since some
 * browsers never ask again for a module that failed once. `gone`: the app was deployed anew since this page was opened.
 */
export async function fetchScripts(scripts: readonly string[]): Promise<"here" | "gone" | "unreached"> {
  try {
    const signal = AbortSignal.timeout(SCRIPT_WITHIN_MS);
    const answers = await Promise.all(scripts.map((script) => fetch(script, { signal })));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    if (answers.every(({ ok }) => ok)) return "here";
    return answers.some(({ status }) => status === 404) ? "gone" : "unreached";
  } catch {
    return "unreached";
  }
}

function routesBelow(parent: string): Routes {
  return Object.values(globalThis.__remixManifest.routes)
    .filter(({ parentId = "" }) => parentId === parent)
    .map(({ id, path, index, caseSensitive }) => {
      const common = { id, ...(path !== undefined && { path }), ...(caseSensitive && { caseSensitive }) };
      return index ? { ...common, index } : { ...common, children: routesBelow(id) };
    });
}
