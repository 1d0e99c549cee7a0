import { BlockStack, Card, InlineGrid, Text, TextField } from "@shopify/polaris";
import type { ProblemsShown } from "./problems.ts";
import type { OfferLanguage, RuleForm, WordsKind } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.words;
const LANGUAGES: readonly OfferLanguage[] = ["en", "de"];

/** The merchant's own headline and reason, in each language the offer's page speaks. */
export function WordsCard({
  form,
  set,
  problems,
}: {
  readonly form: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
  readonly problems: ProblemsShown["beside"];
}) {
  const field = (kind: WordsKind, language: OfferLanguage) => (
    <TextField
      key={`${kind}.${language}`}
      id={`${kind}.${language}`}
      label={`${words[kind]} · ${words.languages[language]}`}
      placeholder={words[`${kind}Example`][language]}
      value={form.words[kind][language]}
      onChange={(text) => set({ words: { ...form.words, [kind]: { ...form.words[kind], [language]: text } } })}
      autoComplete="off"
      error={problems[`${kind}.${language}`]}
    />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {(["headline", "reason"] as const).flatMap((kind) => LANGUAGES.map((language) => field(kind, language)))}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
