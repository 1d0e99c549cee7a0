import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { BarePage } from "./bare-page.tsx";
import { libraryPageIn } from "./library-page.tsx";
import { outageIn } from "./outage.ts";
import { SayProvider, useSay } from "./say.tsx";
import { useSpokenLocale } from "./spoken-locale.ts";

/** The last resort, where not even Polaris could be set up: plain words and a way on, never a white page. */
export function BareFailure() {
  const error = useRouteError();
  const locale = useSpokenLocale();
  return (
    libraryPageIn(error) ?? (
      <SayProvider locale={locale}>
        <Told error={error} />
      </SayProvider>
    )
  );
}

function Told({ error }: { readonly error: unknown }) {
  const say = useSay();
  const outage = outageIn(error);
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const what = isMissing ? "frame.no-page" : "frame.failed";
  return (
    <BarePage
      title={say(outage ? `frame.outage.${outage.kind}` : `${what}.title`)}
      body={say(outage ? "frame.outage.body" : `${what}.body`)}
    >
      <p>
        <button type="button" onClick={() => globalThis.location.reload()}>
          {say("frame.try-again")}
        </button>
      </p>
    </BarePage>
  );
}
