import { type ShouldRevalidateFunctionArgs, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import { useSay } from "../say.tsx";
import type { EditorAnswer, EditorAsk } from "./editor-ask.ts";

/** Asks the server to save, publish or pause a rule, without leaving the page; what was done is toasted. */
export interface EditorAction {
  readonly send: (ask: EditorAsk, rule: RuleId | "new") => void;
  /** What was answered last, once the page's own data has been loaded anew; a new object for each answer. */
  readonly answer: EditorAnswer | undefined;
  readonly busy: EditorAsk["intent"] | undefined;
}

export function useEditorAction(): EditorAction {
  const fetcher = useFetcher<EditorAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useToastFor(answer);
  const asked = fetcher.json as unknown as EditorAsk | undefined;
  return {
    send: (ask, rule) =>
      fetcher.submit(JSON.stringify(ask), {
        method: "post",
        action: `/app/rules/${rule}`,
        encType: "application/json",
      }),
    answer,
    busy: fetcher.state === "idle" ? undefined : asked?.intent,
  };
}

/** Shopify's toast for what was done; what was refused stands on the page instead. */
function useToastFor(answer: EditorAnswer | undefined): void {
  const say = useSay();
  const told = useRef<EditorAnswer>();
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    const { kind } = answer;
    if (kind === "saved" || kind === "published" || kind === "tried" || kind === "paused") {
      shopify.toast.show(say(`editor.did.${kind}`));
    }
  }, [answer, say]);
}

/**
 * What was refused or did not get through has changed nothing, and loading anew what is gone, or over a lost connection,
 * would take the page away, and with it what was written. What was kept as another rule than the page is of is opened next.
 */
export function revalidatesAfter({
  actionResult,
  currentParams,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const answer = actionResult as EditorAnswer | undefined;
  const hasChangedNothing = answer?.saved === undefined && answer !== undefined && answer.kind !== "changed-meanwhile";
  const isOpenedNext = answer?.saved !== undefined && answer.saved !== currentParams.id;
  return !hasChangedNothing && !isOpenedNext && defaultShouldRevalidate;
}
