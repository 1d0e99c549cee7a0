import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useFetcher,
  useLoaderData,
  useNavigate,
} from "@remix-run/react";
import { useEffect } from "react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn, type Who } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import { type PublishAnswer, type PublishAsk, readPublishAsk } from "#app/admin/rulebook/publish-ask.ts";
import { publishPageOf } from "#app/admin/rulebook/publish-data.ts";
import { PublishPage } from "#app/admin/rulebook/publish-page.tsx";
import { useSay } from "#app/admin/say.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import type { Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  return json(publishPageOf(await encore.readModels.rulesScreen(session.shop as Shop), encore.now()));
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readPublishAsk);
  return json<PublishAnswer>(
    await answeredOr(
      () => publish(encore, who, ask),
      (why) => ({ kind: "failed", why }),
      encore,
    ),
  );
}

async function publish(encore: Encore, who: Who, ask: PublishAsk): Promise<PublishAnswer> {
  const outcome = await encore.flows.publishRulebook({ ...who, ...ask });
  return outcome.kind === "published" ? { kind: "published", to: ask.to, missing: outcome.missing.length } : outcome;
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<PublishAnswer> {
  return unreachedOr(
    () => serverAction<PublishAnswer>() as Promise<PublishAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

/** Loading anew over a lost connection would take the page away. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const kind = (actionResult as PublishAnswer | undefined)?.kind;
  return kind !== "failed" && kind !== "published" && defaultShouldRevalidate;
}

export default speaking(["engine", "problem", "rulebook"], Publish);

function Publish() {
  const say = useSay();
  const fetcher = useFetcher<PublishAnswer>();
  const navigate = useNavigate();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.kind !== "published") return;
    const { to, missing } = answer;
    shopify.toast.show(
      to === "everyone"
        ? say("rulebook.publishing.published")
        : say("rulebook.publishing.tried", { percent: to.percent }),
    );
    if (missing > 0) shopify.toast.show(say("rulebook.publishing.missing", { count: missing }), { duration: 10_000 });
    navigate(to === "everyone" ? "/app/rules" : "/app/versions");
  }, [answer, navigate, say]);
  return (
    <PublishPage
      data={useLoaderData<typeof loader>()}
      answer={answer}
      isBusy={fetcher.state !== "idle" || answer?.kind === "published"}
      send={(ask) => fetcher.submit(JSON.stringify(ask), { method: "post", encType: "application/json" })}
    />
  );
}

export const ErrorBoundary = () => <Failure backTo="rules" />;
