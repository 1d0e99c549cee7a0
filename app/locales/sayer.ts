import fill, { type CompiledMessage } from "icu-minify/format";
import { withIsolated } from "#app/core/values/isolated.ts";
import type { Message, Say } from "#app/core/values/say.ts";

/** The texts of one language, each with its places for values found (docs/decisions/0027). */
export interface Catalogue {
  /** A text that is not there is a mistake of ours, and throws. */
  readonly textOf: (message: Message) => CompiledMessage;
}

/**
 * Says the catalogue's texts in its language: numbers and plurals as `locale` ("fr-CA") has them. A value that a text
 * needs and is not given is a mistake of ours and throws. What is written from right to left leaves the rest as it stands.
 */
export function sayer({ textOf }: Catalogue, locale: string): Say {
  return (message, values) =>
    String(fill(textOf(message), locale, values && withIsolated(values), { formatters: FORMATTERS }));
}

/** Made once each: to make one takes ten times as long as to use it. */
const FORMATTERS: FormatOptions["formatters"] = {
  getDateTimeFormat: once((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getNumberFormat: once((locale, options) => new Intl.NumberFormat(locale, options)),
  getPluralRules: once((locale, options) => new Intl.PluralRules(locale, options)),
};

type FormatOptions = Parameters<typeof fill>[3];

function once<Locale, Options, Format>(make: (locale?: Locale, options?: Options) => Format): typeof make {
  const made = new Map<string, Format>();
  return (locale, options) => {
    const asked = JSON.stringify([locale, options]);
    const format = made.get(asked) ?? make(locale, options);
    made.set(asked, format);
    return format;
  };
}
