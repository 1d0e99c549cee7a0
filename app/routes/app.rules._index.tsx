import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Failure } from "#app/admin/failure.tsx";
import { rowsOf } from "#app/admin/rules/rule-row.ts";
import { RulesPage } from "#app/admin/rules/rules-page.tsx";
import { revalidatesAfter, useRuleAction } from "#app/admin/rules/use-rule-action.ts";
import type { Shop } from "#app/core/values/ids.ts";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const screen = await encore.readModels.rulesScreen(session.shop as Shop);
  return json({ timezone: screen.shop.timezone, rows: rowsOf(screen) });
}

export const shouldRevalidate = revalidatesAfter;

export default function Rules() {
  const { send, answer, busy } = useRuleAction();
  return (
    <RulesPage
      data={useLoaderData<typeof loader>()}
      answer={answer}
      busy={busy?.rule}
      publish={(rule) => send(rule, { intent: "publish" })}
      pause={(rule) => send(rule, { intent: "pause" })}
    />
  );
}

export const ErrorBoundary = () => <Failure />;
