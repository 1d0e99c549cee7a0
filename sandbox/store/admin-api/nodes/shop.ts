import type { Engine } from "../../engine.ts";
import { OUR_APP_ID } from "../../state/ids.ts";
import type { Installation } from "../../state/installation.ts";
import { gid } from "../gid.ts";
import { metafieldFields } from "./metafield.ts";

export function shopNode(engine: Engine) {
  const { shop } = engine;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    primaryDomain: {
      id: gid("Domain", shop.id),
      host: shop.domain,
      url: `https://${shop.domain}`,
      sslEnabled: true,
      localization: { country: shop.country, defaultLocale: shop.locale, alternateLocales: shop.languages.slice(1) },
    },
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency, ...shop.otherCurrencies],
    currencyFormats: {
      moneyFormat: "£{{amount}}",
      moneyWithCurrencyFormat: `£{{amount}} ${shop.currency}`,
      moneyInEmailsFormat: "£{{amount}}",
      moneyWithCurrencyInEmailsFormat: `£{{amount}} ${shop.currency}`,
    },
    ianaTimezone: shop.timezone,
    shopAddress: {
      id: gid("ShopAddress", shop.id),
      address1: "1 Sample Street",
      city: "London",
      zip: "EC1A 1AA",
      countryCodeV2: shop.country,
    },
    shipsToCountries: shop.shipsTo,
    plan: { publicDisplayName: "Developer Preview", partnerDevelopment: true, shopifyPlus: false },
    taxesIncluded: shop.taxesIncluded,
    checkoutApiSupported: true,
    ...metafieldFields(engine, gid("Shop", shop.id)),
  };
}

export function shopLocaleNodes(engine: Engine) {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return engine.shop.languages.map((locale) => ({
    locale,
    name: names.of(locale) ?? locale,
    primary: locale === engine.shop.locale,
    published: true,
  }));
}

export function ourAppNode(engine: Engine) {
  return {
    __typename: "App",
    id: gid("App", OUR_APP_ID),
    title: engine.app.configuration.name,
    handle: engine.app.configuration.handle,
    apiKey: engine.app.clientId,
    isPostPurchaseAppInUse: engine.dials.postPurchaseApp === "ours",
  };
}

export function installationNode(engine: Engine, installation: Installation) {
  const store = engine.shop.domain.replace(".myshopify.com", "");
  return {
    __typename: "AppInstallation",
    id: gid("AppInstallation", installation.id),
    app: () => ourAppNode(engine),
    launchUrl: `https://admin.shopify.com/store/${store}/apps/${engine.app.configuration.handle}`,
    uninstallUrl: null,
    accessScopes: installation.scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
    activeSubscriptions: [],
    metafield: metafieldFields(engine, gid("AppInstallation", installation.id)).metafield,
  };
}
