import { join } from "node:path";
import { Liquid } from "liquidjs";
import type { Words } from "../words/words.ts";
import type { ThemeExtension } from "./theme-extension.ts";

/**
 * Liquid as a theme app extension may write it: its own snippets, its assets, its words and the shop's money. A filter or
 * tag that is not here fails aloud, as it would be a surprise on Shopify too.
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
 */
export function liquidOf(extension: ThemeExtension, words: Words, currency: string): Liquid {
  const liquid = new Liquid({
    root: join(extension.folder, "snippets"),
    extname: ".liquid",
    strictFilters: true,
    jsTruthy: false,
  });
  const money = new Intl.NumberFormat(words.locale, { style: "currency", currency });
  const assetUrl = (file: string) => `/assets/theme/${extension.handle}/${file}`;
  const quoted = (text: unknown) => escaped(String(text ?? ""));
  liquid.registerFilter("t", (key: string, ...given: readonly (readonly [string, unknown])[]) =>
    translated(extension, words, String(key), Object.fromEntries(given)),
  );
  liquid.registerFilter("asset_url", assetUrl);
  liquid.registerFilter("asset_img_url", assetUrl);
  liquid.registerFilter("stylesheet_tag", (url: string) => `<link rel="stylesheet" href="${quoted(url)}">`);
  liquid.registerFilter("script_tag", (url: string) => `<script src="${quoted(url)}"></script>`);
  liquid.registerFilter("money", (hundredths: number) => money.format(Number(hundredths) / 100));
  liquid.registerFilter(
    "money_with_currency",
    (hundredths: number) => `${money.format(Number(hundredths) / 100)} ${currency}`,
  );
  liquid.registerFilter("money_without_currency", (hundredths: number) =>
    new Intl.NumberFormat(words.locale, {
      minimumFractionDigits: money.resolvedOptions().maximumFractionDigits ?? 2,
    }).format(Number(hundredths) / 100),
  );
  liquid.registerFilter("image_url", (picture: string) => picture);
  return liquid;
}

/** In the shopper's language, else in the extension's default one; `count` chooses among one and other. */
function translated(extension: ThemeExtension, words: Words, key: string, given: Record<string, unknown>): string {
  const language = words.locale.split("-")[0] ?? "";
  const wanted = [words.locale, language, extension.defaultLanguage].map((each) => extension.locales.get(each));
  for (const strings of wanted) {
    const found = key.split(".").reduce((inner: unknown, part) => (inner as Record<string, unknown>)?.[part], strings);
    const text = typeof found === "object" && found !== null ? plural(found, words.locale, given.count) : found;
    if (typeof text === "string") return filled(text, given, key.endsWith("_html"));
  }
  return `translation missing: ${language}.${key}`;
}

function plural(forms: object, locale: string, count: unknown): unknown {
  const chosen = new Intl.PluralRules(locale).select(Number(count));
  return (forms as Record<string, unknown>)[chosen] ?? (forms as Record<string, unknown>).other;
}

/** Words are put in as they are; into those whose key ends in _html, values are escaped. */
function filled(text: string, given: Record<string, unknown>, isHtml: boolean): string {
  const value = (name: string) => (isHtml ? escaped(String(given[name])) : String(given[name]));
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (gap, name) => (name in given ? value(name) : gap));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
