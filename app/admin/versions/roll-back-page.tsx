import { Banner, BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import type { Told } from "../rulebook/told.ts";
import { ToldList } from "../rulebook/told-list.tsx";
import { rulebookWords } from "../rulebook/words.ts";
import { useSay } from "../say.tsx";
import { refusalWords } from "./use-versions-action.ts";
import type { VersionsAnswer } from "./versions-ask.ts";

const words = rulebookWords.versions;

export interface RollBackData {
  readonly version: number;
  /** Everyone is asked by it already. */
  readonly isLive: boolean;
  readonly isTrialRunning: boolean;
  /** From what is live to this version. */
  readonly differences: Told<string>;
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
  const refusal = refusalWords(answer, useSay());
  return (
    <Page
      title={isLive ? words.version(version) : words.backTitle(version)}
      backAction={{ content: words.title, url: "/app/versions" }}
    >
      <BlockStack gap="400">
        {refusal === undefined ? null : <Banner tone="critical" title={refusal} />}
        {isLive ? (
          <Card>
            <Text as="p">{words.isLive(version)}</Text>
          </Card>
        ) : (
          <Card>
            <BlockStack gap="400">
              <BlockStack gap="100">
                <Text as="p">{words.backBody}</Text>
                {isTrialRunning ? <Text as="p">{words.backTrial}</Text> : null}
              </BlockStack>
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">
                  {words.backChanges}
                </Text>
                {differences.items.length === 0 ? (
                  <Text as="p">{words.backSame}</Text>
                ) : (
                  <ToldList told={differences} />
                )}
              </BlockStack>
              <InlineStack gap="200">
                <Button variant="primary" tone="critical" onClick={rollBack} loading={isBusy}>
                  {words.rollBackTo(version)}
                </Button>
                <Button url="/app/versions" disabled={isBusy}>
                  {words.cancel}
                </Button>
              </InlineStack>
            </BlockStack>
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}
