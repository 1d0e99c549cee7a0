import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useFetcher,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { useCallback, useEffect } from "react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { Failure } from "#app/admin/failure.tsx";
import { HomePage, type SetupLook } from "#app/admin/home/home-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import { HOME_PERIODS, type HomePeriod } from "#app/core/attribution/home-period.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";

type Look = { readonly kind: "looked" } | { readonly kind: "failed"; readonly why: Told };

/** Where nothing was looked up, nothing is new. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return (actionResult as Look | undefined)?.kind !== "failed" && defaultShouldRevalidate;
}

const failed = (why: Told): Look => ({ kind: "failed", why });

const USUAL: HomePeriod = 7;

/** `?period=` is 1, 7, 30 or 90 days; anything else is the usual 7. What stands here needs no answer of Shopify's. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const wanted = Number(new URL(request.url).searchParams.get("period"));
  const period = HOME_PERIODS.find((days) => days === wanted) ?? USUAL;
  const screen = await encore.readModels.homeScreen(session.shop as Shop, { period, at: encore.now() });
  return json({ screen, apiKey: encore.settings.shopifyApiKey });
}

/** Looks anew in Shopify how the shop is set up; that Shopify does not answer changes nothing that stands. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  return answeredOr(
    async () => {
      await encore.flows.checkSetup({ shop: session.shop as Shop });
      return json<Look>({ kind: "looked" });
    },
    (why) => json(failed(why)),
    encore,
  );
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<Look> {
  return unreachedOr(() => serverAction<Look>() as Promise<Look>, failed);
}

export default speaking(["home", "orders"], Home);

function Home() {
  const { screen, apiKey } = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const look = useLookAtSetup();
  return (
    <HomePage
      data={screen}
      apiKey={apiKey}
      look={look}
      choosePeriod={(period) => setSearch({ period: String(period) }, { preventScrollReset: true })}
    />
  );
}

/** Once for each visit, after the page stands: the merchant may have come back from Shopify's settings. */
function useLookAtSetup(): SetupLook {
  const { submit, data, state } = useFetcher<Look>();
  const again = useCallback(() => submit(null, { method: "post", action: "/app?index" }), [submit]);
  useEffect(again, [again]);
  return { why: data?.kind === "failed" ? data.why : undefined, isLooking: state !== "idle", again };
}

export const ErrorBoundary = () => <Failure />;
