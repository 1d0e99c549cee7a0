import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { FirstOf } from "./first-of.ts";
import type { ProblemShown } from "./import-answer.ts";
import styles from "./import-page.module.css";
import { More } from "./sentence-list.tsx";

/** What needs changing, each with its path, its sentence and the line it is on. */
export function ImportProblems({
  problems: { items, more },
  goTo,
}: {
  readonly problems: FirstOf<ProblemShown>;
  readonly goTo: (line: number) => void;
}) {
  const say = useSay();
  return (
    <Banner tone="critical" title={say("rulebook.import.problems", { count: items.length + more })}>
      <BlockStack gap="300">
        <Text as="p">{say("rulebook.import.problems-body")}</Text>
        <ol className={styles.problems}>
          {items.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may say the same, and none of them moves
            <li key={index}>
              <BlockStack gap="100">
                <Text as="p" breakWord>
                  {said(problem, say)}
                </Text>
                <Text as="p" tone="subdued" breakWord>
                  {problem.path === "" ? say("rulebook.import.whole-document") : problem.path}
                </Text>
                <div className={styles.excerpt}>
                  <span>{say("rulebook.import.line", { line: problem.line })}</span>
                  <code>{problem.excerpt}</code>
                </div>
                <InlineStack>
                  <Button variant="plain" onClick={() => goTo(problem.line)}>
                    {say("rulebook.import.go-to-line", { line: problem.line })}
                  </Button>
                </InlineStack>
              </BlockStack>
            </li>
          ))}
        </ol>
        <More count={more} />
      </BlockStack>
    </Banner>
  );
}
