import { type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { BareFailure } from "#app/admin/bare-failure.tsx";
import { knownLocale, LocaleProvider } from "#app/admin/format.tsx";
import { Pending } from "#app/admin/pending.tsx";

/** The frame of every page of the admin: App Bridge, Polaris, the menu, the merchant's language. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  return json({
    apiKey: encore.settings.shopifyApiKey,
    appBridgeUrl: encore.settings.appBridgeUrl,
    // Shopify tells it when it opens the app, and not again while the merchant moves about in it.
    locale: knownLocale(new URL(request.url).searchParams.get("locale")),
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
        <NavMenu>
          <Link to="/app" rel="home">
            Encore
          </Link>
          <Link to="/app/rules">Rules</Link>
          <Link to="/app/orders">Orders</Link>
          <Link to="/app/versions">Versions</Link>
        </NavMenu>
        <Pending>
          <Outlet />
        </Pending>
      </LocaleProvider>
    </AppProvider>
  );
}

/** Polaris stands on what failed here: this one does without. Each page below has its own, inside the frame. */
export function ErrorBoundary() {
  return <BareFailure />;
}
