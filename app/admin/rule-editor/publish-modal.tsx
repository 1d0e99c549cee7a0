import { BlockStack, ChoiceList, Modal, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { PlaceChange } from "#app/core/rules/order-difference.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { firstOf } from "../rulebook/first-of.ts";
import { wholePercent } from "../rulebook/publish-ask.ts";
import { SentenceList } from "../rulebook/sentence-list.tsx";
import { useSay } from "../say.tsx";
import { differencesOf } from "./differences.ts";
import type { Whom } from "./editor-ask.ts";

const SHARE = "publish-rule-share";

/** What changes for shoppers by publishing the rule, and for whom: everyone, or a share of them first. */
export default function PublishModal({
  live,
  moved,
  rule,
  names,
  canTry,
  isBusy,
  publish,
  close,
}: {
  /** As shoppers are asked by it now, if they are. */
  readonly live: Rule | undefined;
  /** From its place there to the one that it has now. */
  readonly moved: PlaceChange | undefined;
  readonly rule: Rule;
  readonly names: ShopNames;
  readonly canTry: boolean;
  readonly isBusy: boolean;
  readonly publish: (to: Whom) => void;
  readonly close: () => void;
}) {
  const say = useSay();
  const [whom, setWhom] = useState<"everyone" | "share">("everyone");
  const [typed, setTyped] = useState("10");
  const [isTold, setTold] = useState(false);
  const changes = differencesOf(live, { ...rule, status: "active" }, names, moved);
  const percent = wholePercent(typed);
  const confirm = () => {
    if (whom === "everyone") return publish("everyone");
    setTold(true);
    if (percent === undefined) return document.getElementById(SHARE)?.focus();
    publish({ percent });
  };
  return (
    <Modal
      open
      onClose={close}
      title={say("editor.publishing")}
      primaryAction={{ content: say("editor.publishing.do"), onAction: confirm, loading: isBusy }}
      secondaryActions={[{ content: say("editor.publishing.cancel"), onAction: close }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {say("editor.publishing.changes")}
            </Text>
            {changes.length > 0 ? (
              <SentenceList {...firstOf(changes)} />
            ) : (
              <Text as="p">{say("editor.publishing.same")}</Text>
            )}
          </BlockStack>
          <ChoiceList
            title={say("editor.publishing.whom")}
            choices={[
              { value: "everyone", label: say("editor.publishing.everyone") },
              {
                value: "share",
                label: say("editor.publishing.share"),
                helpText: say(canTry ? "editor.publishing.share.help" : "editor.nothing-to-try"),
                disabled: !canTry,
              },
            ]}
            selected={[whom]}
            onChange={([chosen]) => setWhom(chosen === "share" ? "share" : "everyone")}
          />
          {whom === "share" ? (
            <TextField
              id={SHARE}
              label={say("editor.publishing.percent")}
              value={typed}
              onChange={setTyped}
              onBlur={() => setTold(true)}
              inputMode="numeric"
              suffix="%"
              autoComplete="off"
              error={isTold && percent === undefined ? say("editor.publishing.percent.wrong") : undefined}
            />
          ) : null}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
