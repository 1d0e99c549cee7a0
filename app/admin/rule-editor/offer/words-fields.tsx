import { Bleed, BlockStack, Box, Text } from "@shopify/polaris";
import { SURFACE_LANGUAGES } from "#app/core/extract/surface-offer.ts";
import { languageOf } from "#app/core/values/language.ts";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { type Place, valueAt } from "../places.ts";
import { Disclosure } from "./disclosure.tsx";
import { fieldsNeverKnown } from "./fields-known.ts";
import type { OfferDocument } from "./offer-document.ts";
import { WordsField } from "./words-field.tsx";

type Written = Readonly<Record<string, unknown>>;

/** The merchant's own words to shoppers, a part for each language that the shop is read in or that has words already. */
export function WordsFields({ place, isFirst }: { readonly place: Place; readonly isFirst: boolean }) {
  const say = useSay();
  const { document, shop } = useEditing();
  const format = useFormat(shop.timezone);
  const offer = valueAt(document, place) as OfferDocument;
  const { headline = {}, reason = {} } = (offer.words ?? {}) as {
    readonly headline?: Written;
    readonly reason?: Written;
  };
  const shops = shop.languages.map(languageOf);
  const languages = [...new Set([...shops, ...Object.keys(headline), ...Object.keys(reason)])];
  const isWritten = (language: string) => headline[language] !== undefined || reason[language] !== undefined;
  // A page that does not speak a language is read in English there, and the merchant's English words with it.
  const readsOurs = (language: string) =>
    !isWritten(language) && (SURFACE_LANGUAGES.some((one) => one === language) || !isWritten(SURFACE_LANGUAGES[0]));
  const missing = languages.some(isWritten) ? shops.filter(readsOurs) : [];
  const unknown = fieldsNeverKnown(document, offer, isFirst);
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {say("offer.words.help")}
      </Text>
      {languages.map((language, index) => (
        <Disclosure
          key={language}
          place={[`${place}.words.headline.${language}`, `${place}.words.reason.${language}`]}
          title={format.language(language)}
          detail={wordsShown(headline[language], reason[language]) ?? say("offer.words.none")}
          isOpenAtFirst={isFirst && index === 0}
        >
          <BlockStack gap="300">
            <WordsField place={`${place}.words.headline.${language}`} what="headline" unknown={unknown} />
            <WordsField place={`${place}.words.reason.${language}`} what="reason" unknown={unknown} />
          </BlockStack>
        </Disclosure>
      ))}
      {missing.length > 0 ? (
        <Bleed marginInline="0">
          <Box background="bg-surface-caution" padding="300" borderRadius="200">
            <Text as="p">
              {say("offer.words.missing", {
                count: missing.length,
                languages: missing.map(format.language).join(", "),
              })}
            </Text>
          </Box>
        </Bleed>
      ) : null}
    </BlockStack>
  );
}

function wordsShown(...words: readonly unknown[]): string | undefined {
  const written = words.find((one) => typeof one === "string" && one !== "");
  return typeof written === "string" ? written : undefined;
}
