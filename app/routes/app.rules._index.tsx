import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Failure } from "#app/admin/failure.tsx";
import { RulesPage } from "#app/admin/rules/rules-page.tsx";
import { rulesPageOf } from "#app/admin/rules/rules-page-data.ts";
import { revalidatesAfter, useRuleAction } from "#app/admin/rules/use-rule-action.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** `?query=` finds rules by their name, `?page=` counts from 1. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const { searchParams } = new URL(request.url);
  const screen = await encore.readModels.rulesScreen(session.shop as Shop);
  return json(
    rulesPageOf(screen, { query: searchParams.get("query") ?? "", page: Number(searchParams.get("page") ?? 1) }),
  );
}

export const shouldRevalidate = revalidatesAfter;

export default function Rules() {
  const { send, answer, busy } = useRuleAction();
  const data = useLoaderData<typeof loader>();
  return (
    <RulesPage
      key={data.query}
      data={data}
      answer={answer}
      busy={busy?.rule}
      publish={(rule) => send(rule, { intent: "publish" })}
      pause={(rule) => send(rule, { intent: "pause" })}
    />
  );
}

export const ErrorBoundary = () => <Failure />;
