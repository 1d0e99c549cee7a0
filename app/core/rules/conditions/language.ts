import { type Language, languageOf } from "../../values/language.ts";
import { condition, truthOf } from "./condition.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

/** The shopper's language, whatever the country: "de" is also "de-CH". */
export const language = condition({
  kind: "language",
  needs: ["locale"],
  prepare: ({ languages }: { readonly languages: readonly Language[] }) => valuesOf(languages),
  holds: (languages: Values<Language>, { locale }) => truthOf(hasValue(languages, languageOf(locale))),
});
