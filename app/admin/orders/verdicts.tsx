import { BlockStack, Button, InlineStack, List, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ShopNames } from "#app/core/rules/names.ts";
import { VerdictText } from "../verdict-text.tsx";
import type { WhyTold } from "./order-told.ts";

/** Where no rule came near, so many of those that did not fit stand there at once. */
const FIRST_FAR = 5;

/**
 * The full trace: what became of every rule that came near, each condition with the value it was compared with. Rules that
 * did not fit are told when they are asked for: a shop with hundreds has them on every order.
 */
export function Verdicts({
  why: { verdicts, others, unlisted },
  names,
}: {
  readonly why: Extract<WhyTold, { kind: "rules" }>;
  readonly names: ShopNames;
}) {
  const { say } = names;
  const [isOpen, setOpen] = useState(false);
  if (verdicts.length === 0) return null;
  const all = [...verdicts, ...others];
  const near = verdicts.filter(({ outcome }) => outcome.kind !== "unfit").length;
  const shown = near > 0 ? near : FIRST_FAR;
  const far = verdicts.length - shown + unlisted;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say("orders.why.verdicts")}
      </Text>
      <List>
        {(isOpen ? verdicts : verdicts.slice(0, shown)).map((verdict) => (
          <List.Item key={verdict.rule}>
            <VerdictText verdict={verdict} all={all} names={names} />
          </List.Item>
        ))}
      </List>
      {far > 0 ? (
        <InlineStack>
          <Button
            variant="plain"
            disclosure={isOpen ? "up" : "down"}
            ariaExpanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          >
            {say("orders.why.far", { count: far })}
          </Button>
        </InlineStack>
      ) : null}
      {isOpen && unlisted > 0 ? (
        <Text as="p" tone="subdued">
          {say("orders.why.unlisted", { count: unlisted })}
        </Text>
      ) : null}
    </BlockStack>
  );
}
