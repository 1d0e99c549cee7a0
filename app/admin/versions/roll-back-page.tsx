import { Banner, BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { helpAction } from "../help-action.ts";
import { DifferenceList } from "../rulebook/difference-list.tsx";
import type { Differences } from "../rulebook/differences.ts";
import { useSay } from "../say.tsx";
import { refusalWords } from "./use-versions-action.ts";
import type { VersionsAnswer } from "./versions-ask.ts";

export interface RollBackData {
  readonly version: number;
  /** Everyone is asked by it already. */
  readonly isLive: boolean;
  readonly isTrialRunning: boolean;
  /** From what is live to this version. */
  readonly differences: Differences;
}

/** The question before an earlier version is made live again, with what changes by it. */
export function RollBackPage({
  data: { version, isLive, isTrialRunning, differences },
  answer,
  isBusy,
  rollBack,
}: {
  readonly data: RollBackData;
  readonly answer: VersionsAnswer | undefined;
  readonly isBusy: boolean;
  readonly rollBack: () => void;
}) {
  const say = useSay();
  const refusal = refusalWords(answer, say);
  return (
    <Page
      title={say(isLive ? "versions.version" : "versions.back.title", { version })}
      backAction={{ content: say("versions.title"), url: "/app/versions" }}
      secondaryActions={[helpAction(say, "versions")]}
    >
      <BlockStack gap="400">
        {refusal === undefined ? null : <Banner tone="critical" title={refusal} />}
        {isLive ? (
          <Card>
            <Text as="p">{say("versions.back.live", { version })}</Text>
          </Card>
        ) : (
          <Card>
            <BlockStack gap="400">
              <BlockStack gap="100">
                <Text as="p">{say("versions.back.body")}</Text>
                {isTrialRunning ? <Text as="p">{say("versions.back.trial")}</Text> : null}
              </BlockStack>
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">
                  {say("rulebook.publishing.changes")}
                </Text>
                {differences.items.length === 0 ? (
                  <Text as="p">{say("versions.back.same")}</Text>
                ) : (
                  <DifferenceList differences={differences} />
                )}
              </BlockStack>
              <InlineStack gap="200">
                <Button variant="primary" tone="critical" onClick={rollBack} loading={isBusy}>
                  {say("versions.roll-back-to", { version })}
                </Button>
                <Button url="/app/versions" disabled={isBusy}>
                  {say("versions.cancel")}
                </Button>
              </InlineStack>
            </BlockStack>
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}
