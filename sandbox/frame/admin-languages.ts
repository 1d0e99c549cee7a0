/** Languages a merchant can have their admin in; the pages of this stand-in stay English, the app is told. */
export const ADMIN_LANGUAGES = [
  { tag: "en-GB", name: "English" },
  { tag: "fr", name: "Français" },
  { tag: "de", name: "Deutsch" },
  { tag: "ja", name: "日本語" },
] as const;
