import { Banner, BlockStack, Button, InlineGrid, InlineStack, List, Text } from "@shopify/polaris";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { useSay } from "../say.tsx";
import { differencesOf } from "./differences.ts";

/** Someone else saved the rule meanwhile: what they changed beside what is written here, and the choice. */
export function ConflictBanner({
  before,
  theirs,
  mine,
  names,
  onMine,
  onTheirs,
}: {
  /** The rule that both began with. */
  readonly before: Rule;
  readonly theirs: Rule;
  /** Undefined while something is wrong with it. */
  readonly mine: Rule | undefined;
  readonly names: ShopNames;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const say = useSay();
  return (
    <Banner tone="warning" title={say("editor.conflict")}>
      <BlockStack gap="300">
        <Text as="p">{say("editor.conflict.body")}</Text>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
          <Changes title={say("editor.conflict.yours")} before={before} after={mine} names={names} />
          <Changes title={say("editor.conflict.theirs")} before={before} after={theirs} names={names} />
        </InlineGrid>
        <InlineStack gap="200">
          <Button onClick={onMine}>{say("editor.conflict.mine")}</Button>
          <Button onClick={onTheirs}>{say("editor.conflict.take")}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

function Changes({
  title,
  before,
  after,
  names,
}: {
  readonly title: string;
  readonly before: Rule;
  readonly after: Rule | undefined;
  readonly names: ShopNames;
}) {
  const say = useSay();
  const sentences = after ? differencesOf(before, after, names) : [];
  const empty = after ? say("editor.conflict.none") : say("editor.conflict.unfinished");
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {sentences.length > 0 ? <Sentences sentences={sentences} /> : <Text as="p">{empty}</Text>}
    </BlockStack>
  );
}

/** More than these nobody reads. */
const SHOWN_MOST = 20;

/** Sentences one below the other, and how many more there are. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  const say = useSay();
  return (
    <BlockStack gap="100">
      <List>
        {sentences.slice(0, SHOWN_MOST).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {sentences.length > SHOWN_MOST ? (
        <Text as="p">{say("editor.more", { count: sentences.length - SHOWN_MOST })}</Text>
      ) : null}
    </BlockStack>
  );
}
