import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData, useNavigate, useRevalidator } from "@remix-run/react";
import { unreachedOr } from "#app/admin/answered.ts";
import { askIn } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import { type EditorAnswer, readEditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import { editorDataOf } from "#app/admin/rule-editor/editor-data.ts";
import { LanguagesUnread } from "#app/admin/rule-editor/languages-unread.tsx";
import { PreviewCard } from "#app/admin/rule-editor/preview/preview-card.tsx";
import { RuleEditorPage } from "#app/admin/rule-editor/rule-editor-page.tsx";
import { TryOrderCard } from "#app/admin/rule-editor/try/try-order-card.tsx";
import { revalidatesAfter, useEditorAction } from "#app/admin/rule-editor/use-editor-action.ts";
import { useOpenedRule } from "#app/admin/rule-editor/use-opened-rule.ts";
import { isTemplateId, templateDocument } from "#app/admin/rules/templates.ts";
import { speaking } from "#app/admin/speaking.tsx";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { answerEditorAsk } from "./answer-editor-ask.ts";

/** `new` is the editor with nothing in it yet, or with what the template says that the address names. */
export async function loader({ request, params: { id }, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const domain = session.shop as Shop;
  const [screen, shop] = await Promise.all([
    encore.readModels.rulesScreen(domain),
    encore.flows.readEditorShop({ shop: domain }),
  ]);
  const data = editorDataOf(screen, { domain, shop, id: id as RuleId | "new", now: encore.now() });
  if (!data) throw json({ code: "no-such-rule" }, { status: 404 });
  const template = new URL(request.url).searchParams.get("template");
  return json({ ...data, template: isTemplateId(template) ? templateDocument(template, data.shop) : undefined });
}

export async function action(args: ActionFunctionArgs) {
  const { who, ask } = await askIn(args, readEditorAsk);
  return json<EditorAnswer>(await answerEditorAsk(args.context.encore, who, args.params.id as RuleId | "new", ask));
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<EditorAnswer> {
  return unreachedOr(
    () => serverAction<EditorAnswer>() as Promise<EditorAnswer>,
    (why) => ({ kind: "failed", why }),
  );
}

export const shouldRevalidate = revalidatesAfter;

export default speaking(["editor", "engine", "offer", "preview", "rule"], RuleRoute);

function RuleRoute() {
  const data = useLoaderData<typeof loader>();
  const { send, answer, busy } = useEditorAction();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { editor, open, isOpening } = useOpenedRule(data.rule?.id);
  return (
    <RuleEditorPage
      key={editor}
      data={data}
      template={data.template}
      answer={answer}
      busy={isOpening ? "opening" : busy}
      send={send}
      // Resolves at once when nothing is unsaved, and never when the merchant stays.
      leave={() => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/rules"))}
      opened={open}
      refresh={revalidate}
      beside={
        <>
          <LanguagesUnread />
          <PreviewCard />
          <TryOrderCard />
        </>
      }
    />
  );
}

export const ErrorBoundary = () => <Failure backTo="rules" />;
