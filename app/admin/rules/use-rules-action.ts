import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { RulesAnswer, RulesAsk } from "./rules-ask.ts";

/** Asks the server something about rules of the list, without leaving it; what was done is toasted. */
export interface RulesAction {
  readonly send: (ask: RulesAsk) => void;
  /** What was refused last, once the page's own data has been loaded anew. */
  readonly answer: RulesAnswer | undefined;
  /** What is under way. */
  readonly busy: RulesAsk | undefined;
}

export function useRulesAction(): RulesAction {
  const fetcher = useFetcher<RulesAnswer>();
  const isIdle = fetcher.state === "idle";
  const answer = isIdle ? fetcher.data : undefined;
  useToastFor(answer);
  return {
    send: (ask) =>
      fetcher.submit(JSON.stringify(ask), {
        method: "post",
        action: "/app/rules?index",
        encType: "application/json",
      }),
    answer,
    busy: isIdle ? undefined : (fetcher.json as unknown as RulesAsk | undefined),
  };
}

/** Shopify's toast, for what is pressed far down the list; what was refused stands above it too. */
function useToastFor(answer: RulesAnswer | undefined): void {
  const say = useSay();
  const told = useRef<RulesAnswer>(undefined);
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    if (answer.kind === "refused") shopify.toast.show(said(answer.why, say), { isError: true });
    else if (answer.told) shopify.toast.show(said(answer.told, say));
  }, [answer, say]);
}
