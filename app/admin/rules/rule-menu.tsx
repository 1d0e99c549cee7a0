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

/** What has a button of its own in the row; of a changed rule the editor shows first what publishing would change. */
export function mainIntentFor(status: RuleStatus): RuleIntent | undefined {
  return status === "live-changed" ? undefined : POSSIBLE[status][0];
}

export function intentsFor(status: RuleStatus): readonly RuleIntent[] {
  return POSSIBLE[status];
}

export const menuId = (rule: string) => `more-${rule}`;

/** What else can be done with a rule. Nothing of it is drawn before it is opened. */
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
  const others = intentsFor(status).filter((intent) => intent !== mainIntentFor(status));
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
        items={others.map((intent) => ({
          content: say(`rules.${intent}`),
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
