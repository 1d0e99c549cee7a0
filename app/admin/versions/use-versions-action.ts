import { type ShouldRevalidateFunctionArgs, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type Say, said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { VersionsAnswer, VersionsAsk } from "./versions-ask.ts";

/** Asks the server to change what is live, without leaving the page; what was done is toasted. */
export function useVersionsAction(path: string) {
  const say = useSay();
  const fetcher = useFetcher<VersionsAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const told = useRef<VersionsAnswer>(undefined);
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    const sentence = doneWords(answer, say);
    if (sentence !== undefined) shopify.toast.show(sentence);
  }, [answer, say]);
  const asked = fetcher.json as unknown as VersionsAsk | undefined;
  return {
    send: (ask: VersionsAsk) =>
      fetcher.submit(JSON.stringify(ask), { method: "post", action: path, encType: "application/json" }),
    answer,
    busy: fetcher.state === "idle" ? undefined : asked?.intent,
  };
}

/** What was refused stands on the page instead. */
function doneWords(answer: VersionsAnswer, say: Say): string | undefined {
  switch (answer.kind) {
    case "widened":
      return say("versions.trial.widened", { percent: answer.percent });
    case "kept":
    case "dropped":
      return say(`versions.trial.${answer.kind}`);
    case "rolled-back":
      return say("versions.back.done", { version: answer.version });
    default:
      return undefined;
  }
}

/** What could not be done; undefined when all went well. */
export function refusalWords(answer: VersionsAnswer | undefined, say: Say): string | undefined {
  switch (answer?.kind) {
    case "no-trial":
      return say("versions.trial.none");
    case "not-wider":
      return say("versions.trial.not-wider", { percent: answer.percent });
    case "not-found":
      return say("versions.back.not-found");
    case "failed":
      return said(answer.why, say);
    default:
      return undefined;
  }
}

/** Loading anew over a lost connection would take the page away. */
export function revalidatesAfter({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return (actionResult as VersionsAnswer | undefined)?.kind !== "failed" && defaultShouldRevalidate;
}
