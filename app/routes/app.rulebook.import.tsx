import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useFetcher, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn, type Who } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import {
  checkedAnswer,
  type ImportAnswer,
  type ImportAsk,
  problemsAnswer,
  readImportAsk,
} from "#app/admin/rulebook/import-answer.ts";
import { ImportPage } from "#app/admin/rulebook/import-page.tsx";
import { useSay } from "#app/admin/say.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import type { Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const domain = session.shop as Shop;
  const { timezone } = await encore.readModels.screenShop(domain);
  return json({ domain, timezone });
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readImportAsk);
  return json<ImportAnswer>(
    await answeredOr(
      () => answer(encore, who, ask),
      (why) => ({ kind: "failed", why }),
      encore,
    ),
  );
}

async function answer(encore: Encore, who: Who, ask: ImportAsk): Promise<ImportAnswer> {
  const { text } = ask;
  if (ask.intent === "check") {
    const checked = await encore.flows.checkRulebook({ shop: who.shop, text });
    return checked.kind === "valid" ? checkedAnswer(checked) : problemsAnswer(checked.problems, text);
  }
  const { expectedRevision } = ask;
  const outcome = await encore.flows.importRulebook({ ...who, text, expectedRevision });
  if (outcome.kind === "invalid") return problemsAnswer(outcome.problems, text);
  return { kind: outcome.kind === "imported" ? "saved" : outcome.kind };
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<ImportAnswer> {
  return unreachedOr(
    () => serverAction<ImportAnswer>() as Promise<ImportAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

/** Nothing is shown that an answer could change, and loading anew over a lost connection would take the page away. */
export const shouldRevalidate = () => false;

export default speaking(["engine", "problem", "rulebook"], Import);

function Import() {
  const say = useSay();
  const fetcher = useFetcher<ImportAnswer>();
  const navigate = useNavigate();
  const given = fetcher.state === "idle" ? fetcher.data : undefined;
  const asked = fetcher.json as unknown as ImportAsk | undefined;
  useEffect(() => {
    if (given?.kind !== "saved") return;
    shopify.toast.show(say("rulebook.import.saved"));
    navigate("/app/rules");
  }, [given, navigate, say]);
  return (
    <ImportPage
      shop={useLoaderData<typeof loader>()}
      answer={given}
      busy={fetcher.state === "idle" ? undefined : asked?.intent}
      send={(ask) => fetcher.submit(JSON.stringify(ask), { method: "post", encType: "application/json" })}
    />
  );
}

export const ErrorBoundary = () => <Failure backTo="rules" />;
