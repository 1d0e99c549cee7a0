import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useNavigate,
} from "@remix-run/react";
import { answeredOr, unreachedOr } from "#app/admin/answered.ts";
import { askIn } from "#app/admin/ask-in.ts";
import { Failure } from "#app/admin/failure.tsx";
import { addressOf, filterIn, type RuleFilter } from "#app/admin/rules/rule-filter.ts";
import { type RulesAnswer, readRulesAsk } from "#app/admin/rules/rules-ask.ts";
import { RulesPage } from "#app/admin/rules/rules-page.tsx";
import { rulesPageOf } from "#app/admin/rules/rules-page-data.ts";
import { useRulesAction } from "#app/admin/rules/use-rules-action.ts";
import { speaking } from "#app/admin/speaking.tsx";
import { spansOf } from "#app/core/attribution/home-period.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { answerRulesAsk } from "./answer-rules-ask.ts";

/** Of the shop's own days, as Home counts them. */
const DAYS = 30;

/** The filter and `?page=`, from 1, as the address says them: see `rule-filter.ts`. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const { searchParams } = new URL(request.url);
  const page = rulesPageOf(await encore.readModels.rulesScreen(shop), {
    filter: filterIn(searchParams),
    page: Number(searchParams.get("page") ?? 1),
  });
  const ids = page.rows.map(({ rule }) => rule.id);
  const period = spansOf(DAYS, encore.now(), page.timezone).now;
  const numbers = await encore.readModels.ruleNumbers(shop, ids, period);
  return json({ page, numbers: Object.fromEntries(numbers) });
}

export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readRulesAsk);
  const answer = await answeredOr<RulesAnswer>(
    () => answerRulesAsk(encore, who, ask),
    (why) => ({ kind: "refused", why }),
    encore,
  );
  return json<RulesAnswer>(answer);
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<RulesAnswer> {
  return unreachedOr(
    () => serverAction<RulesAnswer>() as Promise<RulesAnswer>,
    (why) => ({ kind: "refused", why }),
  );
}

/** What did not get through has changed nothing. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const answer = actionResult as RulesAnswer | undefined;
  return !(answer?.kind === "refused" && answer.why.message === "frame.unreached") && defaultShouldRevalidate;
}

export default speaking(["engine", "rule", "rulebook", "rules", "templates"], Rules);

function Rules() {
  const { page, numbers } = useLoaderData<typeof loader>();
  const action = useRulesAction();
  const navigate = useNavigate();
  const look = (filter: RuleFilter, to?: number) => navigate(addressOf(filter, to));
  return <RulesPage data={page} numbers={numbers} look={look} {...action} />;
}

export const ErrorBoundary = () => <Failure />;
