import { Banner, BlockStack, Button, Card, InlineStack, Page, RadioButton, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { type Say, said } from "#app/core/values/say.ts";
import { ruleWords } from "../rules/words.ts";
import { useSay } from "../say.tsx";
import { FindingsBanner } from "./findings-banner.tsx";
import { type PublishAnswer, type PublishAsk, wholePercent } from "./publish-ask.ts";
import type { PublishPageData } from "./publish-data.ts";
import { ToldList } from "./told-list.tsx";
import { rulebookWords } from "./words.ts";

const words = rulebookWords.publishing;

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
  const { differences, findings, drafts, trial, revision, canTry } = data;
  const isNothing = differences.items.length === 0;
  return (
    <Page title={words.title} backAction={{ content: ruleWords.title, url: "/app/rules" }}>
      <BlockStack gap="400">
        <Refused answer={answer} />
        {trial ? (
          <Banner
            tone="warning"
            title={rulebookWords.trial.title(trial.version, trial.percent)}
            action={{ content: rulebookWords.trial.see, url: "/app/versions" }}
          >
            <Text as="p">{rulebookWords.trial.body}</Text>
          </Banner>
        ) : null}
        <FindingsBanner findings={findings} />
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {words.changes}
            </Text>
            {isNothing ? <Text as="p">{words.nothing}</Text> : <ToldList told={differences} />}
            {drafts > 0 ? (
              <Text as="p" tone="subdued">
                {words.staysDraft(drafts)}
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

function WhomCard({
  canTry,
  isBusy,
  send,
}: {
  readonly canTry: boolean;
  readonly isBusy: boolean;
  readonly send: (ask: Omit<PublishAsk, "expectedRevision">) => void;
}) {
  const [whom, setWhom] = useState<"everyone" | "share">("everyone");
  const [typed, setTyped] = useState("10");
  const [note, setNote] = useState("");
  const [isWrong, setWrong] = useState(false);
  const publish = () => {
    const percent = wholePercent(typed);
    setWrong(whom === "share" && percent === undefined);
    if (whom === "everyone") send({ to: "everyone", note });
    else if (percent !== undefined) send({ to: { percent }, note });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend style={{ padding: 0 }}>
            <Text as="span" variant="headingMd">
              {words.whom}
            </Text>
          </legend>
          <BlockStack gap="200">
            <RadioButton
              label={words.everyone}
              helpText={words.everyoneHelp}
              name="whom"
              id="everyone"
              checked={whom === "everyone"}
              onChange={() => setWhom("everyone")}
            />
            <RadioButton
              label={words.share}
              helpText={canTry ? words.shareHelp : words.shareFirst}
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
              label={words.percent}
              value={typed}
              onChange={setTyped}
              inputMode="numeric"
              suffix="%"
              autoComplete="off"
              error={isWrong ? words.percentWrong : undefined}
            />
          </div>
        ) : null}
        <TextField
          label={words.note}
          helpText={words.noteHelp}
          value={note}
          onChange={setNote}
          maxLength={200}
          autoComplete="off"
        />
        <InlineStack>
          <Button variant="primary" onClick={publish} loading={isBusy}>
            {words.publish}
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
      return words.changedMeanwhile;
    case "trial-running":
      return rulebookWords.trialRunning(answer.version, answer.percent);
    case "nothing-to-try-against":
      return words.shareFirst;
    case "failed":
      return said(answer.why, say);
    default:
      return undefined;
  }
}
