import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn, type Who } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import { revalidatesAfter, useVersionsAction } from "#app/admin/versions/use-versions-action.ts";
import { readVersionsAsk, type VersionsAnswer, type VersionsAsk } from "#app/admin/versions/versions-ask.ts";
import { comparedTold, versionsPageOf, whichRulebook } from "#app/admin/versions/versions-data.ts";
import { VersionsPage } from "#app/admin/versions/versions-page.tsx";
import type { Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** `?before=` and `?after=` take a version's number or "draft" and tell what differs; `?page=` counts from 1. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session, sessionToken } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const { searchParams } = new URL(request.url);
  const screen = await encore.readModels.versionsScreen(shop);
  const asksToCompare = searchParams.has("before") && searchParams.has("after");
  return json(
    versionsPageOf(screen, {
      viewer: sessionToken?.sub ?? "unknown",
      page: Number(searchParams.get("page") ?? 1),
      compared: asksToCompare ? await compare(encore, shop, searchParams, screen.shop.timezone) : undefined,
    }),
  );
}

async function compare(encore: Encore, shop: Shop, asked: URLSearchParams, timezone: string) {
  const before = whichRulebook(asked.get("before"));
  const after = whichRulebook(asked.get("after"));
  const compared = before && after && (await encore.flows.compareRulebooks({ shop, before, after }));
  return compared ? comparedTold({ before, after }, compared, timezone) : "none";
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readVersionsAsk);
  if (ask.intent === "roll-back") throw json({ code: "not-an-ask" }, { status: 400 });
  return json<VersionsAnswer>(
    await answeredOr(
      () => answer(encore, who, ask),
      (why) => ({ kind: "failed", why }),
      encore,
    ),
  );
}

async function answer(
  encore: Encore,
  who: Who,
  ask: Exclude<VersionsAsk, { intent: "roll-back" }>,
): Promise<VersionsAnswer> {
  if (ask.intent === "widen") return encore.flows.widenTrial({ ...who, percent: ask.percent });
  const outcome = await encore.flows.endTrial({ ...who, how: ask.intent });
  if (outcome.kind === "no-trial") return outcome;
  return { kind: ask.intent === "keep" ? "kept" : "dropped" };
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<VersionsAnswer> {
  return unreachedOr(
    () => serverAction<VersionsAnswer>() as Promise<VersionsAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

export const shouldRevalidate = revalidatesAfter;

export default speaking(["engine", "versions"], Versions);

function Versions() {
  const { send, answer, busy } = useVersionsAction("/app/versions?index");
  return <VersionsPage data={useLoaderData<typeof loader>()} answer={answer} busy={busy} send={send} />;
}

export const ErrorBoundary = () => <Failure />;
