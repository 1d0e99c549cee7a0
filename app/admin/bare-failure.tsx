import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { libraryPageIn } from "./library-page.tsx";

/** The last resort, where not even Polaris could be set up: plain words and a way on, never a white page. */
export function BareFailure() {
  const error = useRouteError();
  const libraryPage = libraryPageIn(error);
  if (libraryPage) return libraryPage;
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main style={{ font: "16px/1.5 system-ui, sans-serif", margin: "15vh auto", maxWidth: "34rem", padding: "0 1rem" }}>
      <h1 style={{ fontSize: "1.5rem", margin: "0 0 .5rem" }}>
        {missing ? "There is no such page" : "This page could not be shown"}
      </h1>
      <p>
        {missing
          ? "The address leads nowhere in Encore. Open the app again from your Shopify admin."
          : "Something on our side went wrong. Your shop, its offers and its orders are not affected."}
      </p>
      <p>
        <button type="button" onClick={() => globalThis.location.reload()}>
          Try again
        </button>
      </p>
    </main>
  );
}
