import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import { rulebookWords } from "../rulebook/words.ts";
import { useSay } from "../say.tsx";
import type { RuleAnswer } from "./rule-answer.ts";
import { ruleWords as words } from "./words.ts";

/** What the server refused, above the fields: what happened, what it means, what to do. Nothing when all went well. */
export function AnswerBanner({
  answer,
  elsewhere,
  isMended,
  isStanding,
  onMine,
  onTheirs,
}: {
  readonly answer: RuleAnswer | undefined;
  /** Problems that no field can say. */
  readonly elsewhere: readonly string[];
  /** Every field that had a problem has been changed since. */
  readonly isMended: boolean;
  /** The fields stand on the rule as it is now: a conflict has been settled. */
  readonly isStanding: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const say = useSay();
  switch (answer?.kind) {
    case "changed-meanwhile":
      return isStanding ? null : (
        <Banner tone="warning" title={words.conflict.title}>
          <BlockStack gap="300">
            <Text as="p">{words.conflict.body}</Text>
            <InlineStack gap="200">
              <Button onClick={onMine}>{words.conflict.mine}</Button>
              <Button onClick={onTheirs}>{words.conflict.theirs}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      );
    case "invalid":
      return isMended ? null : (
        <Banner tone="critical" title={answer.saved ? words.notPublished : words.wrong}>
          {elsewhere.length === 0
            ? null
            : elsewhere.map((sentence) => (
                <Text as="p" key={sentence}>
                  {sentence}
                </Text>
              ))}
        </Banner>
      );
    case "not-found":
      return <Told title={words.gone} body={words.stillThere} />;
    case "trial-running":
      return (
        <Told
          title={answer.saved ? words.notPublished : words.refused}
          body={rulebookWords.trialRunning(answer.version, answer.percent)}
        />
      );
    case "failed":
      return (
        <Told
          title={answer.saved ? words.notPublished : said(answer.why, say)}
          body={answer.saved ? said(answer.why, say) : words.stillThere}
        />
      );
    default:
      return null;
  }
}

function Told({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <Banner tone="critical" title={title}>
      <Text as="p">{body}</Text>
    </Banner>
  );
}
