import { createContext, type ReactNode, useContext, useMemo } from "react";
import { invariant } from "#app/core/values/invariant.ts";
import type { Say } from "#app/core/values/say.ts";
import { catalogueOf, languageOf } from "#app/locales/catalogues.ts";
import { sayer } from "#app/locales/sayer.ts";

const SayContext = createContext<Say | undefined>(undefined);

/** Everything below speaks the merchant's language. `locale` is a BCP 47 tag, "fr-CA"; its catalogue has been loaded. */
export function SayProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  const say = useMemo(() => {
    const catalogue = catalogueOf(languageOf(locale));
    invariant(catalogue, `the texts for ${locale} were not loaded before drawing`);
    return sayer(catalogue, locale);
  }, [locale]);
  return <SayContext.Provider value={say}>{children}</SayContext.Provider>;
}

/** How this merchant is spoken to: `say("rules.found", { count: 3 })`. */
export function useSay(): Say {
  const say = useContext(SayContext);
  invariant(say, "a screen speaks inside SayProvider");
  return say;
}
