import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

interface RouteModule {
  readonly loader?: (args: LoaderFunctionArgs) => Promise<Response>;
  readonly action?: (args: ActionFunctionArgs) => Promise<Response>;
}

const routes = Object.entries(
  import.meta.glob<RouteModule>(["../../app/routes/app*.{ts,tsx}", "../../app/routes/app*/route.tsx"], { eager: true }),
).map(([file, module]) => ({ route: file.replace("../../app/routes/", "").replace("/route.tsx", ""), ...module }));

/** What the admin's addresses answer when they are opened, each by its file's name: all there are. */
export const loaders = routes.flatMap(({ route, loader }) => (loader ? [{ route, loader }] : []));
/** And when something is sent to them. */
export const actions = routes.flatMap(({ route, action }) => (action ? [{ route, action }] : []));
