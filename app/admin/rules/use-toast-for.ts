import { useEffect, useRef } from "react";
import type { RuleAnswer } from "./rule-answer.ts";
import { ruleWords } from "./words.ts";

/** Shopify's toast for what was done; what was refused stands on the page instead. */
export function useToastFor(answer: RuleAnswer | undefined): void {
  const told = useRef<RuleAnswer>(undefined);
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    const { kind } = answer;
    if (kind === "saved" || kind === "published" || kind === "paused") shopify.toast.show(ruleWords[kind]);
  }, [answer]);
}
