import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ProblemShown } from "./import-answer.ts";
import styles from "./import-page.module.css";
import type { Told } from "./told.ts";
import { rulebookWords } from "./words.ts";

const words = rulebookWords.importing;

/** What needs changing, each with its path, its sentence and the line it is on. */
export function ImportProblems({
  problems: { items, more },
  goTo,
}: {
  readonly problems: Told<ProblemShown>;
  readonly goTo: (line: number) => void;
}) {
  return (
    <Banner tone="critical" title={words.problems(items.length + more)}>
      <BlockStack gap="300">
        <Text as="p">{words.problemsBody}</Text>
        <ol className={styles.problems}>
          {items.map(({ path, sentence, line, excerpt }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may say the same, and none of them moves
            <li key={index}>
              <BlockStack gap="100">
                <Text as="p" breakWord>
                  {sentence}
                </Text>
                <Text as="p" tone="subdued" breakWord>
                  {path === "" ? words.wholeDocument : path}
                </Text>
                <div className={styles.excerpt}>
                  <span>{words.line(line)}</span>
                  <code>{excerpt}</code>
                </div>
                <InlineStack>
                  <Button variant="plain" onClick={() => goTo(line)}>
                    {words.goTo(line)}
                  </Button>
                </InlineStack>
              </BlockStack>
            </li>
          ))}
        </ol>
        {more > 0 ? <Text as="p">{rulebookWords.more(more)}</Text> : null}
      </BlockStack>
    </Banner>
  );
}
