import { type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { BareFailure } from "#app/admin/bare-failure.tsx";
import { knownLocale, LocaleProvider } from "#app/admin/format.tsx";
import { Pending } from "#app/admin/pending.tsx";
import { SayProvider, useSay } from "#app/admin/say.tsx";
import { languageOf, loadCatalogue } from "#app/locales/catalogues.ts";

/** The frame of every page of the admin: App Bridge, Polaris, the menu, the merchant's language. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  // Shopify tells it when it opens the app, and not again while the merchant moves about in it.
  const locale = knownLocale(new URL(request.url).searchParams.get("locale"));
  await loadCatalogue(languageOf(locale));
  return json({
    apiKey: encore.settings.shopifyApiKey,
    appBridgeUrl: encore.settings.appBridgeUrl,
    locale,
  });
}

export const shouldRevalidate = () => false;

/** What the library threw may be a whole answer: its headers are then the document's. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

export default function App() {
  const { apiKey, appBridgeUrl, locale } = useLoaderData<typeof loader>();
  return (
    <AppProvider apiKey={apiKey} {...(appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {})}>
      <LocaleProvider locale={locale}>
        <SayProvider locale={locale}>
          <Menu />
          <Pending>
            <Outlet />
          </Pending>
        </SayProvider>
      </LocaleProvider>
    </AppProvider>
  );
}

function Menu() {
  const say = useSay();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        Encore
      </Link>
      <Link to="/app/rules">{say("frame.rules")}</Link>
      <Link to="/app/orders">{say("frame.orders")}</Link>
      <Link to="/app/versions">{say("frame.versions")}</Link>
    </NavMenu>
  );
}

/** Polaris stands on what failed here: this one does without. Each page below has its own, inside the frame. */
export function ErrorBoundary() {
  return <BareFailure />;
}
