import { Badge, type BadgeProps } from "@shopify/polaris";
import type { RuleStatus } from "./rule-row.ts";
import { ruleWords } from "./words.ts";

const tones: Readonly<Record<RuleStatus, BadgeProps["tone"]>> = {
  draft: undefined,
  live: "success",
  "live-changed": "attention",
  paused: "warning",
};

export function StatusBadge({ status }: { readonly status: RuleStatus }) {
  const tone = tones[status];
  return <Badge {...(tone ? { tone } : {})}>{ruleWords.status[status]}</Badge>;
}
