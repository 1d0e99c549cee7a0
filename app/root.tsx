import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import type { ReactNode } from "react";
import { BareFailure } from "#app/admin/bare-failure.tsx";
import { knownLocale } from "#app/admin/format.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

/** For screen readers, which name the frame that the page stands in by it. */
export const meta: MetaFunction = () => [{ title: "Encore" }];

/** The sandbox has no internet: it names its own App Bridge, and then Shopify's font is left out too. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return json({
    withShopifysFont: context.encore.settings.appBridgeUrl === undefined,
    locale: knownLocale(new URL(request.url).searchParams.get("locale")),
  });
}

/** Nothing in it changes while a page is open. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={data?.locale ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {data?.withShopifysFont ? (
          <>
            <link rel="preconnect" href="https://cdn.shopify.com/" />
            <link rel="stylesheet" href="https://cdn.shopify.com/static/fonts/inter/v4/styles.css" />
          </>
        ) : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <BareFailure />;
}
