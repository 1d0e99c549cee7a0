import { type ShouldRevalidateFunctionArgs, useFetcher } from "@remix-run/react";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleAnswer, RuleAsk } from "./rule-answer.ts";
import { useToastFor } from "./use-toast-for.ts";

/** Asks the server to save, publish or pause a rule, without leaving the page; what was done is toasted. */
export interface RuleAction {
  readonly send: (rule: RuleId | "new", ask: RuleAsk) => void;
  /** What was answered last, once the page's own data has been loaded anew; a new object for each answer. */
  readonly answer: RuleAnswer | undefined;
  readonly busy: { readonly rule: string; readonly intent: RuleAsk["intent"] } | undefined;
}

export function useRuleAction(): RuleAction {
  const fetcher = useFetcher<RuleAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useToastFor(answer);
  const asked = fetcher.json as unknown as RuleAsk | undefined;
  return {
    send: (rule, ask) =>
      fetcher.submit(JSON.stringify(ask), {
        method: "post",
        action: `/app/rules/${rule}`,
        encType: "application/json",
      }),
    answer,
    busy:
      fetcher.state === "idle" || !asked
        ? undefined
        : { rule: fetcher.formAction?.split("/").at(-1) ?? "", intent: asked.intent },
  };
}

/**
 * What was refused or did not get through has changed nothing, and loading anew over a lost connection would take the
 * page away, and with it what was written.
 */
export function revalidatesAfter({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const answer = actionResult as RuleAnswer | undefined;
  const hasChangedNothing = answer?.saved === undefined && (answer?.kind === "failed" || answer?.kind === "invalid");
  return !hasChangedNothing && defaultShouldRevalidate;
}
