import { Banner, BlockStack, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { firstOf } from "../rulebook/first-of.ts";
import { SentenceList } from "../rulebook/sentence-list.tsx";
import { useSay } from "../say.tsx";
import { useFocusBack } from "../use-focus-back.ts";

/** Someone else saved meanwhile what is written here: what they changed beside what was changed here, and the choice. */
export function ConflictBanner({
  title,
  theirs,
  mine,
  onMine,
  onTheirs,
}: {
  readonly title: string;
  readonly theirs: readonly string[];
  /** Undefined while something is wrong with it. */
  readonly mine: readonly string[] | undefined;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const say = useSay();
  const box = useFocusBack();
  return (
    <div ref={box}>
      <Banner tone="warning" title={title}>
        <BlockStack gap="300">
          <Text as="p">{say("editor.conflict.body")}</Text>
          <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
            <Changes title={say("editor.conflict.yours")} sentences={mine} />
            <Changes title={say("editor.conflict.theirs")} sentences={theirs} />
          </InlineGrid>
          <InlineStack gap="200">
            <Button onClick={onMine}>{say("editor.conflict.mine")}</Button>
            <Button onClick={onTheirs}>{say("editor.conflict.take")}</Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}

function Changes({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] | undefined }) {
  const say = useSay();
  const empty = sentences ? say("editor.conflict.none") : say("editor.conflict.unfinished");
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {sentences && sentences.length > 0 ? <SentenceList {...firstOf(sentences)} /> : <Text as="p">{empty}</Text>}
    </BlockStack>
  );
}
