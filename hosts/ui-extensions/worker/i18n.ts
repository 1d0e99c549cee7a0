/** Where the language, the currency and the time zone are read when they are needed: they may change. */
export interface Buyer {
  readonly language: () => string;
  readonly currency: () => string;
  readonly timeZone: () => string | undefined;
}

type Replacements = Readonly<Record<string, unknown>>;

const PLACE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The `i18n` of one extension. A text or a replacement that is missing is reported; the key stands in for the text. */
export function i18n(
  { locale, strings }: { readonly locale: string; readonly strings: Replacements },
  buyer: Buyer,
  report: (message: string) => void,
): Readonly<Record<string, (...given: never[]) => unknown>> {
  const inLocale = (isExtensions: boolean | undefined) => (isExtensions ? locale : buyer.language());

  return {
    formatNumber: (value: number | bigint, { inExtensionLocale, ...options }: Options<Intl.NumberFormatOptions> = {}) =>
      new Intl.NumberFormat(inLocale(inExtensionLocale), options).format(value),

    formatCurrency: (
      value: number | bigint,
      { inExtensionLocale, ...options }: Options<Intl.NumberFormatOptions> = {},
    ) =>
      new Intl.NumberFormat(inLocale(inExtensionLocale), {
        style: "currency",
        currency: buyer.currency(),
        ...options,
      }).format(value),

    formatDate: (value: Date, { inExtensionLocale, ...options }: Options<Intl.DateTimeFormatOptions> = {}) =>
      new Intl.DateTimeFormat(inLocale(inExtensionLocale), { timeZone: buyer.timeZone(), ...options }).format(value),

    translate(key: string, replacements: Replacements = {}): string | unknown[] {
      const text = textFor(key, replacements.count);
      if (text === undefined) {
        report(`the ${locale} translations have no ${key}`);
        return key;
      }
      return filled(key, text, replacements);
    },
  };

  function textFor(key: string, count: unknown): string | undefined {
    const found = key
      .split(".")
      .reduce<unknown>((within, name) => (within as Replacements | undefined)?.[name], strings);
    if (typeof found === "string") return found;
    if (typeof count !== "number" || typeof found !== "object" || found === null) return undefined;
    const forms = found as Readonly<Record<string, string | undefined>>;
    return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  }

  /** One text, or its parts where one of the replacements is an element. */
  function filled(key: string, text: string, replacements: Replacements): string | unknown[] {
    const parts = text.split(PLACE).map((part, index) => {
      if (index % 2 === 0) return part;
      if (part in replacements) return replacements[part];
      report(`the ${locale} translation of ${key} wants a ${part}`);
      return `{{${part}}}`;
    });
    return parts.some((part) => typeof part === "object" && part !== null) ? parts : parts.join("");
  }
}

type Options<Format> = Format & { readonly inExtensionLocale?: boolean };
