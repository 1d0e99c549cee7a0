import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn, type Who } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import { type RollBackData, RollBackPage } from "#app/admin/versions/roll-back-page.tsx";
import { revalidatesAfter, useVersionsAction } from "#app/admin/versions/use-versions-action.ts";
import { readVersionsAsk, type VersionsAnswer } from "#app/admin/versions/versions-ask.ts";
import { comparedTold, whichRulebook } from "#app/admin/versions/versions-data.ts";
import type { Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** What rolling back to this version would change. */
export async function loader({ request, params, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const after = whichRulebook(params.version ?? null);
  const { live, shop: details } = await encore.readModels.versionsScreen(shop);
  if (after === undefined || after === "draft" || !live) throw json({ code: "no-such-version" }, { status: 404 });
  const before = { version: live.version };
  const compared = await encore.flows.compareRulebooks({ shop, before, after });
  if (!compared) throw json({ code: "no-such-version" }, { status: 404 });
  return json<RollBackData>({
    version: after.version,
    isLive: live.version === after.version && !live.trial,
    isTrialRunning: live.trial !== undefined,
    differences: comparedTold({ before, after }, compared, details.timezone).differences,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readVersionsAsk);
  const which = whichRulebook(args.params.version ?? null);
  if (ask.intent !== "roll-back" || which === undefined || which === "draft") {
    throw json({ code: "not-an-ask" }, { status: 400 });
  }
  return json<VersionsAnswer>(
    await answeredOr(
      () => rollBack(encore, who, which.version),
      (why) => ({ kind: "failed", why }),
      encore,
    ),
  );
}

async function rollBack(encore: Encore, who: Who, version: number): Promise<VersionsAnswer> {
  const outcome = await encore.flows.rollBackRulebook({ ...who, version });
  return outcome.kind === "live" ? { kind: "rolled-back", version } : outcome;
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<VersionsAnswer> {
  return unreachedOr(
    () => serverAction<VersionsAnswer>() as Promise<VersionsAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

export const shouldRevalidate = revalidatesAfter;

export default speaking(["engine", "rulebook", "versions"], RollBack);

function RollBack() {
  const data = useLoaderData<typeof loader>();
  const { send, answer, busy } = useVersionsAction(`/app/versions/${data.version}`);
  const navigate = useNavigate();
  useEffect(() => {
    if (answer?.kind === "rolled-back") navigate("/app/versions");
  }, [answer, navigate]);
  return (
    <RollBackPage
      data={data}
      answer={answer}
      isBusy={busy !== undefined}
      rollBack={() => send({ intent: "roll-back" })}
    />
  );
}

export const ErrorBoundary = () => <Failure backTo="versions" />;
