import { AppProvider } from "@shopify/shopify-app-remix/react";
import type { ReactNode } from "react";
import { languageOf } from "#app/locales/catalogues.ts";
import { LocaleProvider } from "./format.tsx";
import { polarisTextsOf } from "./polaris-texts.ts";
import { SayProvider } from "./say.tsx";

/** App Bridge, Polaris and every screen below in the merchant's language, which has been loaded. */
export function AdminProvider({
  locale,
  apiKey,
  appBridgeUrl,
  children,
}: {
  readonly locale: string;
  readonly apiKey: string;
  /** Another than Shopify's own. */
  readonly appBridgeUrl: string | undefined;
  readonly children: ReactNode;
}) {
  const polarisTexts = polarisTextsOf(languageOf(locale));
  return (
    <AppProvider
      apiKey={apiKey}
      {...(polarisTexts ? { i18n: polarisTexts } : {})}
      {...(appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {})}
    >
      <LocaleProvider locale={locale}>
        <SayProvider locale={locale}>{children}</SayProvider>
      </LocaleProvider>
    </AppProvider>
  );
}
