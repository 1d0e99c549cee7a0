import { type HeadersFunction, json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AdminProvider } from "#app/admin/admin-provider.tsx";
import { BareFailure } from "#app/admin/bare-failure.tsx";
import { Connection } from "#app/admin/connection/connection.tsx";
import forcedColors from "#app/admin/forced-colors.css?url";
import { Pending } from "#app/admin/pending.tsx";
import { useSay } from "#app/admin/say.tsx";
import { useSpokenLocale } from "#app/admin/spoken-locale.ts";
import writtenText from "#app/admin/written-text.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: writtenText },
  { rel: "stylesheet", href: forcedColors, media: "(forced-colors: active)" },
];

/** The frame of every page of the admin: App Bridge, Polaris, the menu, the merchant's language. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  return json({ apiKey: encore.settings.shopifyApiKey, appBridgeUrl: encore.settings.appBridgeUrl });
}

export const shouldRevalidate = () => false;

/** What the library threw may be a whole answer: its headers are then the document's. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

export default function App() {
  const { apiKey, appBridgeUrl } = useLoaderData<typeof loader>();
  return (
    // Around Polaris, which draws what pops up beside its children. What had the focus and went gives it to the page.
    <main tabIndex={-1} style={{ outline: "none" }}>
      <AdminProvider locale={useSpokenLocale()} apiKey={apiKey} appBridgeUrl={appBridgeUrl}>
        <Menu />
        <Connection />
        <Pending>
          <Outlet />
        </Pending>
      </AdminProvider>
    </main>
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
      <Link to="/app/settings">{say("frame.settings")}</Link>
    </NavMenu>
  );
}

/** Polaris stands on what failed here: this one does without. Each page below has its own, inside the frame. */
export function ErrorBoundary() {
  return <BareFailure />;
}
