import { AppProvider } from "@shopify/polaris";
import english from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { LocaleProvider } from "#app/admin/format.tsx";

/** A screen as the server draws it, for a merchant whose admin speaks `locale`. */
export function draw(screen: ReactElement, locale = "en-GB"): string {
  return renderToStaticMarkup(
    <AppProvider i18n={english}>
      <LocaleProvider locale={locale}>{screen}</LocaleProvider>
    </AppProvider>,
  );
}

/** What can be read in it, a space between any two pieces. */
export function readable(html: string): string {
  return html
    .replace(/<(svg|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ")
    .trim();
}
