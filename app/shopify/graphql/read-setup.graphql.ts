import { adminDocument, type Page } from "./document.ts";

/** Whether the shop's post-purchase page is this app's. Needs no access scope. */
export const READ_PAGE_CHOSEN = adminDocument<
  { readonly currentAppInstallation: { readonly app: { readonly isPostPurchaseAppInUse: boolean } } },
  Record<string, never>
>(`#graphql
  query EncoreReadPageChosen {
    currentAppInstallation { app { isPostPurchaseAppInUse } }
  }
`);

/** The live theme's settings, in which app embeds stand. Needs read_themes. */
export const READ_THEME_SETTINGS = adminDocument<
  { readonly themes: Pick<Page<ThemeNode>, "nodes"> | null },
  Record<string, never>
>(`#graphql
  query EncoreReadThemeSettings {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(first: 1, filenames: ["config/settings_data.json"]) {
          nodes { body { ... on OnlineStoreThemeFileBodyText { content } } }
        }
      }
    }
  }
`);

interface ThemeNode {
  readonly files: { readonly nodes: readonly { readonly body: { readonly content?: string } }[] } | null;
}
