import { AppProvider } from "@shopify/polaris";
import english from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { LocaleProvider } from "#app/admin/format.tsx";
import { loadLanguage } from "#app/admin/language.ts";
import { polarisTextsOf } from "#app/admin/polaris-texts.ts";
import { SayProvider } from "#app/admin/say.tsx";
import { ADMIN_LANGUAGES, languageOf } from "#app/locales/catalogues.ts";

await Promise.all(ADMIN_LANGUAGES.map(loadLanguage));

/** A screen as the server draws it, for a merchant whose admin speaks `locale`. */
export function draw(screen: ReactElement, locale = "en-GB"): string {
  return renderToStaticMarkup(
    <AppProvider i18n={polarisTextsOf(languageOf(locale)) ?? english}>
      <LocaleProvider locale={locale}>
        <SayProvider locale={locale}>{screen}</SayProvider>
      </LocaleProvider>
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
