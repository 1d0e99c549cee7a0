import { Banner, BlockStack, Button, Card, InlineStack, Page, RadioButton, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { type Say, said } from "#app/core/values/say.ts";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { FindingsBanner } from "./findings-banner.tsx";
import { NOTE_MOST, type PublishAnswer, type PublishAsk, wholePercent } from "./publish-ask.ts";
import type { PublishPageData } from "./publish-data.ts";

/** All rules of the draft made live: what changes by it first, then for whom. */
export function PublishPage({
  data,
  answer,
  isBusy,
  send,
}: {
  readonly data: PublishPageData;
  /** To what was sent last; a new object for each answer. */
  readonly answer: PublishAnswer | undefined;
  readonly isBusy: boolean;
  readonly send: (ask: PublishAsk) => void;
}) {
  const say = useSay();
  const { differences, findings, drafts, trial, revision, canTry } = data;
  const isNothing = differences.items.length === 0;
  return (
    <Page
      title={say("rulebook.publishing.title")}
      backAction={{ content: say("frame.rules"), url: "/app/rules" }}
      secondaryActions={[helpAction(say, "versions")]}
    >
      <BlockStack gap="400">
        <Refused answer={answer} />
        {trial ? (
          <Banner
            tone="warning"
            title={say("rulebook.trial.title", { version: trial.version, percent: trial.percent })}
            action={{ content: say("rulebook.trial.see"), url: "/app/versions" }}
          >
            <Text as="p">{say("rulebook.trial.body")}</Text>
          </Banner>
        ) : null}
        <FindingsBanner findings={findings} />
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {say("rulebook.publishing.changes")}
            </Text>
            {isNothing ? (
              <Text as="p">{say("rulebook.publishing.nothing")}</Text>
            ) : (
              <DifferenceList differences={differences} />
            )}
            {drafts > 0 ? (
              <Text as="p" tone="subdued">
                {say("rulebook.publishing.stays-draft", { count: drafts })}
              </Text>
            ) : null}
          </BlockStack>
        </Card>
        {isNothing || trial ? null : (
          <WhomCard canTry={canTry} isBusy={isBusy} send={(ask) => send({ ...ask, expectedRevision: revision })} />
        )}
      </BlockStack>
    </Page>
  );
}

const SHARE = "publish-share";
const NOTE = "publish-note";

function WhomCard({
  canTry,
  isBusy,
  send,
}: {
  readonly canTry: boolean;
  readonly isBusy: boolean;
  readonly send: (ask: Omit<PublishAsk, "expectedRevision">) => void;
}) {
  const say = useSay();
  const [whom, setWhom] = useState<"everyone" | "share">("everyone");
  const [typed, setTyped] = useState("10");
  const [note, setNote] = useState("");
  const [isTold, setTold] = useState(false);
  const percent = wholePercent(typed);
  const isShareWrong = whom === "share" && percent === undefined;
  const isNoteLong = note.length > NOTE_MOST;
  const publish = () => {
    setTold(true);
    if (isShareWrong || isNoteLong) return document.getElementById(isShareWrong ? SHARE : NOTE)?.focus();
    send({ to: whom === "share" && percent !== undefined ? { percent } : "everyone", note });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend style={{ padding: 0 }}>
            <Text as="span" variant="headingMd">
              {say("rulebook.publishing.whom")}
            </Text>
          </legend>
          <BlockStack gap="200">
            <RadioButton
              label={say("rulebook.publishing.everyone")}
              helpText={say("rulebook.publishing.everyone-help")}
              name="whom"
              id="everyone"
              checked={whom === "everyone"}
              onChange={() => setWhom("everyone")}
            />
            <RadioButton
              label={say("rulebook.publishing.share")}
              helpText={say(canTry ? "rulebook.publishing.share-help" : "rulebook.publishing.share-first")}
              name="whom"
              id="share"
              disabled={!canTry}
              checked={whom === "share"}
              onChange={() => setWhom("share")}
            />
          </BlockStack>
        </fieldset>
        {whom === "share" ? (
          <div style={{ maxWidth: "12rem" }}>
            <TextField
              id={SHARE}
              label={say("rulebook.publishing.percent")}
              value={typed}
              onChange={setTyped}
              onBlur={() => setTold(true)}
              inputMode="numeric"
              suffix="%"
              autoComplete="off"
              error={isTold && isShareWrong ? say("rulebook.publishing.percent-wrong") : undefined}
            />
          </div>
        ) : null}
        <TextField
          id={NOTE}
          label={say("rulebook.publishing.note")}
          helpText={say("rulebook.publishing.note-help")}
          value={note}
          onChange={setNote}
          error={isNoteLong ? say("problem.text.most", { most: NOTE_MOST }) : undefined}
          autoComplete="off"
        />
        <InlineStack>
          <Button variant="primary" onClick={publish} loading={isBusy}>
            {say("rulebook.publishing.publish")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Refused({ answer }: { readonly answer: PublishAnswer | undefined }) {
  const sentence = refusalIn(answer, useSay());
  return sentence === undefined ? null : <Banner tone="critical" title={sentence} />;
}

function refusalIn(answer: PublishAnswer | undefined, say: Say): string | undefined {
  switch (answer?.kind) {
    case "changed-meanwhile":
      return say("rulebook.publishing.changed");
    case "trial-running":
      return say("rulebook.trial.running", { version: answer.version, percent: answer.percent });
    case "nothing-to-try-against":
      return say("rulebook.publishing.share-first");
    case "failed":
      return said(answer.why, say);
    default:
      return undefined;
  }
}
