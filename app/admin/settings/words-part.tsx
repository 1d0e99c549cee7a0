import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import { POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase-languages.ts";
import { SURFACE_LANGUAGES } from "#app/core/extract/surface-offer.ts";
import { languageOf } from "#app/core/values/language.ts";
import { useFormat } from "../format.tsx";
import { useEditing } from "../rule-editor/editing.tsx";
import { Disclosure } from "../rule-editor/offer/disclosure.tsx";
import { WordsField } from "../rule-editor/offer/words-field.tsx";
import { valueAt } from "../rule-editor/places.ts";
import { useSay } from "../say.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** The languages the shop is read in, and the shop's own words for offers whose rule has none. */
export function WordsPart() {
  const say = useSay();
  const { document, shop } = useEditing();
  const format = useFormat(shop.timezone);
  const writtenIn = (["headline", "reason"] as const).flatMap((what) =>
    Object.keys((valueAt(document, `words.${what}`) ?? {}) as object),
  );
  const shops = shop.languages.map(languageOf);
  const languages = [...new Set([...shops, ...writtenIn])];
  const shown = (language: string) => {
    const [written] = (["headline", "reason"] as const).flatMap(
      (what) => (valueAt(document, `words.${what}.${language}`) as string | undefined) ?? [],
    );
    return written ?? say("settings.words.ours");
  };
  return (
    <BlockStack gap={{ xs: "800", sm: "500" }}>
      <SettingsSection title={say("settings.languages")} help={say("settings.languages.help")}>
        <Card>
          <List>
            {[...new Set(shops)].map((language) => (
              <List.Item key={language}>
                <InlineStack gap="200" blockAlign="center">
                  <Text as="span">{format.language(language)}</Text>
                  <Spoken language={language} />
                </InlineStack>
              </List.Item>
            ))}
          </List>
        </Card>
      </SettingsSection>
      <SettingsSection title={say("settings.words.title")} help={say("settings.words.help")}>
        <Card>
          <BlockStack gap="400">
            {languages.map((language, index) => (
              <Disclosure
                key={language}
                place={[`words.headline.${language}`, `words.reason.${language}`]}
                title={format.language(language)}
                detail={shown(language)}
                isOpenAtFirst={index === 0}
              >
                <BlockStack gap="300">
                  <WordsField place={`words.headline.${language}`} what="headline" unknown={[]} />
                  <WordsField place={`words.reason.${language}`} what="reason" unknown={[]} />
                </BlockStack>
              </Disclosure>
            ))}
            <Text as="p" tone="subdued">
              {say("settings.words.fields")}
            </Text>
          </BlockStack>
        </Card>
      </SettingsSection>
    </BlockStack>
  );
}

/** Which of our own pages speak it. */
function Spoken({ language }: { readonly language: string }) {
  const say = useSay();
  const isIn = (spoken: readonly string[]) => spoken.includes(language);
  const isEverywhere = isIn(SURFACE_LANGUAGES) && isIn(POST_PURCHASE_LANGUAGES);
  return isEverywhere ? (
    <Badge tone="success">{say("settings.languages.spoken")}</Badge>
  ) : (
    <Badge tone="attention">{say("settings.languages.english")}</Badge>
  );
}
