import { Badge, type BadgeProps } from "@shopify/polaris";
import { useSay } from "../say.tsx";
import type { RuleStatus } from "./rule-row.ts";

const tones: Readonly<Record<RuleStatus, BadgeProps["tone"]>> = {
  draft: undefined,
  live: "success",
  "live-changed": "attention",
  paused: "warning",
  archived: undefined,
};

export function StatusBadge({ status }: { readonly status: RuleStatus }) {
  const say = useSay();
  const tone = tones[status];
  return <Badge {...(tone ? { tone } : {})}>{say(`rule.status.${status}`)}</Badge>;
}
