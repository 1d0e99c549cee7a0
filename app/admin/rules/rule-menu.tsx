import { ActionList, Button, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useSay } from "../say.tsx";
import type { RuleStatus } from "./rule-row.ts";
import type { ManyIntent } from "./rules-ask.ts";

export type RuleIntent = ManyIntent | "duplicate" | "move";

/** What can be done with a rule in this state, the likeliest first. */
const POSSIBLE: Readonly<Record<RuleStatus, readonly RuleIntent[]>> = {
  draft: ["publish", "duplicate", "move", "archive", "delete"],
  live: ["pause", "duplicate", "move", "archive"],
  "live-changed": ["pause", "duplicate", "move", "archive"],
  paused: ["publish", "duplicate", "move", "archive"],
  archived: ["restore", "duplicate", "delete"],
};

/** The first is a button of the row itself. */
export function intentsFor(status: RuleStatus): readonly RuleIntent[] {
  return POSSIBLE[status];
}

export const menuId = (rule: string) => `more-${rule}`;

/** All that can be done with a rule besides editing it. Nothing of it is drawn before it is opened. */
export function RuleMenu({
  rule,
  name,
  status,
  isDisabled,
  onIntent,
}: {
  readonly rule: string;
  readonly name: string;
  readonly status: RuleStatus;
  readonly isDisabled: boolean;
  readonly onIntent: (intent: RuleIntent) => void;
}) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = (
    <Button
      id={menuId(rule)}
      icon={MenuHorizontalIcon}
      variant="tertiary"
      accessibilityLabel={say("rules.more", { name })}
      disclosure={false}
      disabled={isDisabled}
      onClick={() => setIsOpen((was) => !was)}
    />
  );
  return (
    <Popover active={isOpen} activator={toggle} onClose={() => setIsOpen(false)} preferredAlignment="right">
      <ActionList
        actionRole="menuitem"
        items={intentsFor(status).map((intent) => ({
          content: say(intent === "publish" && status === "paused" ? "rules.publish-again" : `rules.${intent}`),
          destructive: intent === "delete",
          onAction: () => {
            setIsOpen(false);
            onIntent(intent);
          },
        }))}
      />
    </Popover>
  );
}
