import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useFetcher,
  useLoaderData,
  useParams,
  useRevalidator,
} from "@remix-run/react";
import { useEffect } from "react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn } from "#app/admin/ask-in.ts";
import { useEditsAt } from "#app/admin/rule-editor/use-others-edits.ts";
import { useSay } from "#app/admin/say.tsx";
import { readSettingsAsk, type SettingsAnswer } from "#app/admin/settings/settings-ask.ts";
import { SettingsPage } from "#app/admin/settings/settings-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import type { Shop } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";

const failed = (why: Told): SettingsAnswer => ({ kind: "failed", why });

/** Words, guards and look are one document on three addresses. */
function partOf(part: string | undefined): "words" | "guards" | "look" | undefined {
  if (part === undefined) return "words";
  return part === "guards" || part === "look" ? part : undefined;
}

export async function loader({ request, params, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  if (!partOf(params.part)) throw json({ code: "no-such-part" }, { status: 404 });
  const domain = session.shop as Shop;
  const [screen, shop] = await Promise.all([
    encore.readModels.settingsScreen(domain),
    encore.flows.readEditorShop({ shop: domain }),
  ]);
  return json({ ...screen, domain, shop });
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readSettingsAsk);
  return json(await answeredOr<SettingsAnswer>(() => encore.flows.saveSettings({ ...who, ...ask }), failed, encore));
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<SettingsAnswer> {
  return unreachedOr(() => serverAction<SettingsAnswer>() as Promise<SettingsAnswer>, failed);
}

/**
 * Between the parts nothing new is to be known, and loading would take the page away, and with it what was written; so it
 * would over a lost connection.
 */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (currentUrl.pathname !== nextUrl.pathname) return false;
  const kind = (actionResult as SettingsAnswer | undefined)?.kind;
  return kind !== "failed" && kind !== "invalid" && defaultShouldRevalidate;
}

export default speaking(["editor", "engine", "offer", "problem", "settings"], SettingsRoute);

function SettingsRoute() {
  const say = useSay();
  const data = useLoaderData<typeof loader>();
  const fetcher = useFetcher<SettingsAnswer>();
  const { revalidate } = useRevalidator();
  const part = partOf(useParams().part) ?? "words";
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEditsAt("/app/settings/edited", data.revision, revalidate);
  useEffect(() => {
    if (answer?.kind === "saved") shopify.toast.show(say("settings.saved"));
  }, [answer, say]);
  return (
    <SettingsPage
      part={part}
      domain={data.domain}
      shop={data.shop}
      draft={data.draft}
      live={data.live}
      answer={answer}
      isBusy={fetcher.state !== "idle"}
      send={(ask) => fetcher.submit(JSON.stringify(ask), { method: "post", encType: "application/json" })}
    />
  );
}
