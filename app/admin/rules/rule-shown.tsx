import { Banner, BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { said } from "#app/core/values/say.ts";
import { useFormat } from "../format.tsx";
import { useDownload } from "../rulebook/use-download.ts";
import { rulebookWords } from "../rulebook/words.ts";
import { useSay } from "../say.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { RuleCautions } from "./rule-cautions.tsx";
import type { RuleEditorProps } from "./rule-editor-props.ts";
import { StatusBadge } from "./status-badge.tsx";
import { publishWord, ruleWords as words } from "./words.ts";

/** A rule that the editor has no fields for: the whole of it in words, to be published, paused, or changed as a file. */
export function RuleShown({
  data,
  rule,
  sentence,
  answer,
  busy,
  send,
  leave,
}: RuleEditorProps & { readonly rule: Rule; readonly sentence: string }) {
  const { status, shop } = data;
  const format = useFormat(shop.timezone);
  const say = useSay();
  const { download, isLoading, hasFailed } = useDownload("/app/rulebook/export", "rulebook.json");
  const ask = (intent: "publish" | "pause") => send({ intent, expectedEditedAt: rule.editedAt });
  return (
    <Page
      title={rule.name}
      titleMetadata={<StatusBadge status={status} />}
      backAction={{ content: words.title, onAction: leave }}
      primaryAction={{
        content: publishWord(status),
        onAction: () => ask("publish"),
        loading: busy === "publish",
        disabled: busy !== undefined || status === "live",
      }}
      secondaryActions={
        status === "live" || status === "live-changed"
          ? [{ content: words.pause, onAction: () => ask("pause"), loading: busy === "pause" }]
          : []
      }
    >
      <BlockStack gap="400">
        {answer?.kind === "changed-meanwhile" ? (
          <Banner tone="warning" title={words.refused}>
            <Text as="p">{words.changedInList}</Text>
          </Banner>
        ) : (
          <AnswerBanner
            answer={answer}
            elsewhere={answer?.kind === "invalid" ? answer.problems.map((problem) => said(problem, say)) : []}
            isMended={false}
            isStanding={true}
            onMine={leave}
            onTheirs={leave}
          />
        )}
        <RuleCautions data={data} format={format} />
        <Banner tone="info" title={words.readOnly.title}>
          <BlockStack gap="300">
            <Text as="p">{words.readOnly.body}</Text>
            <InlineStack gap="200">
              <Button onClick={download} loading={isLoading}>
                {rulebookWords.export}
              </Button>
              <Button url="/app/rulebook/import">{rulebookWords.import}</Button>
            </InlineStack>
            {hasFailed ? (
              <Text as="p" tone="critical">
                {rulebookWords.notDownloaded}
              </Text>
            ) : null}
          </BlockStack>
        </Banner>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingSm">
              {words.readOnly.sentence}
            </Text>
            <Text as="p" variant="bodyLg" breakWord>
              {sentence}
            </Text>
            <Text as="p" tone="subdued">
              {`${words.row.priority} ${rule.priority}`}
            </Text>
          </BlockStack>
        </Card>
        <ItsWords rule={rule} />
      </BlockStack>
    </Page>
  );
}

/** What its first offer says to shoppers, in each language that the merchant wrote. */
function ItsWords({ rule }: { readonly rule: Rule }) {
  const { headline, reason } = rule.path.offer.words;
  const written = [
    ...Object.entries(headline).map(([language, text]) => ({ what: words.readOnly.headline(language), text })),
    ...Object.entries(reason).map(([language, text]) => ({ what: words.readOnly.reason(language), text })),
  ];
  if (written.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {words.readOnly.words}
        </Text>
        {written.map(({ what, text }) => (
          <Text as="p" key={what} breakWord>
            {`${what}: ${text}`}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
