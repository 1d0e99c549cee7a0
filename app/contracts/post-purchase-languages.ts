/** The languages the page speaks; all others read the first, which the extension carries itself. */
export const POST_PURCHASE_LANGUAGES = ["en", "fr", "de", "es", "pt", "ja"] as const;
