import type { Engine } from "../../engine.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";

const THEME = { id: 1, name: "Encore Demo", role: "MAIN" } as const;

export interface ThemesArgs extends PageArgs {
  readonly names?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
}

/** The shop has one theme, which is live. */
export function themeConnection(engine: Engine, args: ThemesArgs) {
  const isAskedFor = (args.roles?.includes(THEME.role) ?? true) && (args.names?.includes(THEME.name) ?? true);
  return connectionOf(
    isAskedFor ? [THEME] : [],
    args,
    ({ id }) => id,
    () => themeNode(engine),
  );
}

function themeNode(engine: Engine) {
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", THEME.id),
    name: THEME.name,
    role: THEME.role,
    files: ({ filenames, ...page }: PageArgs & { readonly filenames?: readonly string[] | null }) =>
      connectionOf(
        [{ filename: SETTINGS, content: settingsOf(engine) }].filter(({ filename }) => isMatched(filename, filenames)),
        page,
        ({ filename }) => filename,
        ({ filename, content }) => ({ filename, body: { __typename: "OnlineStoreThemeFileBodyText", content } }),
      ),
  };
}

const SETTINGS = "config/settings_data.json";

/** Names may hold wildcards, of which only none is asked for here. */
function isMatched(filename: string, wanted: readonly string[] | null | undefined): boolean {
  return wanted?.includes(filename) ?? true;
}

/**
 * App embeds stand in the theme's settings, each as a block that the merchant may have switched off. Shopify begins the
 * file with a comment, which JSON does not have.
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
 */
function settingsOf({ state, app }: Engine): string {
  const embeds = state.placements.filter(({ slot }) => slot === "body" || slot === "head");
  const blocks = Object.fromEntries(
    embeds.map(({ id, target, settings }) => [
      String(id),
      {
        type: `shopify://apps/${app.configuration.handle}/blocks/${target}/${app.clientId}`,
        disabled: false,
        settings,
      },
    ]),
  );
  const note = "/*\n * IMPORTANT: The contents of this file are auto-generated.\n */\n";
  return `${note}${JSON.stringify({ current: { blocks }, presets: {} }, null, 2)}`;
}
