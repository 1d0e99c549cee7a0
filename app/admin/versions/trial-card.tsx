import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { wholePercent } from "../rulebook/publish-ask.ts";
import { useSay } from "../say.tsx";
import { useFocusBack, useFocusOnceChanged, useOnceChanged } from "../use-focus-back.ts";
import type { VersionsAsk } from "./versions-ask.ts";

/** The version that a share of the shoppers tries: widen it, keep it, or roll it back after a second question. */
export function TrialCard({
  trial: { version, percent },
  live,
  busy,
  send,
}: {
  readonly trial: RunningTrial;
  /** What everyone else is asked by. */
  readonly live: number;
  readonly busy: VersionsAsk["intent"] | undefined;
  readonly send: (ask: VersionsAsk) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState(String(Math.min(99, percent * 2)));
  const [isWrong, setWrong] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const widen = () => {
    const wider = wholePercent(typed);
    const isWider = wider !== undefined && wider > percent;
    setWrong(!isWider);
    if (!isWider) return document.getElementById(SHARE)?.focus();
    send({ intent: "widen", percent: wider });
  };
  const isBusy = busy !== undefined;
  const box = useFocusBack(isBusy);
  const title = useFocusOnceChanged(isBusy);
  // Its buttons stand in the place of those that asked the question, and these in theirs.
  useOnceChanged(isDropping, () => document.getElementById(isDropping ? DROP : DROP_ASK)?.focus());
  return (
    <div ref={box}>
      <Card>
        <BlockStack gap="400">
          <div ref={title} tabIndex={-1}>
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {say("versions.trial.title", { version, percent })}
              </Text>
              <Text as="p">{say("versions.trial.body", { live })}</Text>
            </BlockStack>
          </div>
          {percent < 99 ? (
            <InlineStack gap="200" blockAlign="end">
              <div style={{ width: "14rem" }}>
                <TextField
                  id={SHARE}
                  label={say("versions.trial.widen-to")}
                  value={typed}
                  onChange={setTyped}
                  inputMode="numeric"
                  suffix="%"
                  autoComplete="off"
                  error={isWrong ? say("versions.trial.widen-wrong", { least: percent + 1 }) : undefined}
                />
              </div>
              <Button onClick={widen} loading={busy === "widen"} disabled={isBusy}>
                {say("versions.trial.widen")}
              </Button>
            </InlineStack>
          ) : null}
          {isDropping ? (
            <BlockStack gap="200">
              <Text as="p">{say("versions.trial.drop-sure", { live })}</Text>
              <InlineStack gap="200">
                <Button
                  id={DROP}
                  variant="primary"
                  tone="critical"
                  onClick={() => send({ intent: "drop" })}
                  loading={busy === "drop"}
                  disabled={isBusy}
                >
                  {say("versions.trial.drop")}
                </Button>
                <Button onClick={() => setDropping(false)} disabled={isBusy}>
                  {say("versions.cancel")}
                </Button>
              </InlineStack>
            </BlockStack>
          ) : (
            <InlineStack gap="200">
              <Button
                variant="primary"
                onClick={() => send({ intent: "keep" })}
                loading={busy === "keep"}
                disabled={isBusy}
              >
                {say("versions.trial.keep")}
              </Button>
              <Button id={DROP_ASK} onClick={() => setDropping(true)} disabled={isBusy}>
                {say("versions.trial.drop-ask")}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

const SHARE = "trial-share";
const DROP = "trial-drop";
const DROP_ASK = "trial-drop-ask";
