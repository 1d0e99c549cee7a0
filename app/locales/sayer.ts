import { IntlMessageFormat } from "intl-messageformat";
import type { Say } from "#app/core/values/say.ts";
import type { Catalogue } from "./catalogues.ts";

/**
 * Says the catalogue's texts in its language: numbers and plurals as `locale` ("fr-CA") has them. Each text is read once.
 * A value that a text needs and is not given is a mistake of ours and throws.
 */
export function sayer(catalogue: Catalogue, locale: string): Say {
  const formats = new Map<string, IntlMessageFormat>();
  return (message, values) => {
    const text = catalogue[message];
    if (!text.includes("{") && !text.includes("'")) return text;
    let format = formats.get(message);
    if (!format) {
      format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      formats.set(message, format);
    }
    return String(format.format(values));
  };
}
