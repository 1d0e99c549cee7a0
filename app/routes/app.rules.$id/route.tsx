import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData, useNavigate } from "@remix-run/react";
import { unreachedOr } from "#app/admin/answered.ts";
import { Failure } from "#app/admin/failure.tsx";
import { readRuleAsk } from "#app/admin/rules/read-rule-ask.ts";
import type { RuleAnswer } from "#app/admin/rules/rule-answer.ts";
import { RuleEditor } from "#app/admin/rules/rule-editor.tsx";
import { editorDataOf } from "#app/admin/rules/rule-editor-data.ts";
import { revalidatesAfter, useRuleAction } from "#app/admin/rules/use-rule-action.ts";
import { ruleWords } from "#app/admin/rules/words.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { answerRuleAsk } from "./answer-rule-ask.ts";

/** `new` is the editor with nothing in it yet. */
export async function loader({ request, params: { id }, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const data = editorDataOf(await encore.readModels.rulesScreen(session.shop as Shop), id as RuleId | "new");
  if (!data) throw json({ code: "no-such-rule" }, { status: 404 });
  return json(data);
}

export async function action({ request, params: { id }, context: { encore } }: ActionFunctionArgs) {
  const { session, sessionToken } = await encore.shopify.authenticate.admin(request);
  const who = { shop: session.shop as Shop, by: sessionToken?.sub ?? "unknown" };
  const ask = readRuleAsk(await request.json().catch(() => undefined));
  if (!ask) throw json({ code: "not-an-ask" }, { status: 400 });
  return json<RuleAnswer>(await answerRuleAsk(encore, who, id as RuleId | "new", ask));
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<RuleAnswer> {
  return unreachedOr(
    () => serverAction<RuleAnswer>() as Promise<RuleAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

export const shouldRevalidate = revalidatesAfter;

export default function RuleRoute() {
  const data = useLoaderData<typeof loader>();
  const { send, answer, busy } = useRuleAction();
  const navigate = useNavigate();
  return (
    <RuleEditor
      key={data.rule?.id ?? "new"}
      data={data}
      answer={answer}
      busy={busy?.intent}
      send={(ask) => send(data.rule?.id ?? "new", ask)}
      // Resolves at once when nothing is unsaved, and never when the merchant stays.
      leave={() => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/rules"))}
      opened={(id) => navigate(`/app/rules/${id}`, { replace: true })}
    />
  );
}

export const ErrorBoundary = () => <Failure backTo={{ content: ruleWords.title, url: "/app/rules" }} />;
