import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { BareFailure } from "#app/admin/bare-failure.tsx";
import { loadLanguage, spokenLocale } from "#app/admin/language.ts";
import { useSpokenLocale } from "#app/admin/spoken-locale.ts";

/** For screen readers, which name the frame that the page stands in by it. */
export const meta: MetaFunction = () => [{ title: "Encore" }];

/**
 * The language of everything below, the pages that say that something failed among it: Shopify tells it when it opens the
 * app, and not again while the merchant moves about. The sandbox has no internet: it names its own App Bridge, and then
 * Shopify's font is left out too.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = spokenLocale(new URL(request.url).searchParams.get("locale"));
  await loadLanguage(locale);
  return json({ withShopifysFont: context.encore.settings.appBridgeUrl === undefined, locale });
}

/** Nothing in it changes while a page is open. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const locale = useSpokenLocale();
  return (
    <html lang={locale}>
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
