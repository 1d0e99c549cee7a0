import { BlockStack, Box, Button, ButtonGroup, Card, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { PreviewOutcome, PreviewSurface } from "#app/contracts/preview.ts";
import { useFormat } from "../../format.tsx";
import { later } from "../../later.tsx";
import { pickedFromCatalog } from "../../rules/picked-product.ts";
import { useSay } from "../../say.tsx";
import { useFocusAfterDialog } from "../../use-focus-back.ts";
import { useEditing } from "../editing.tsx";
import { OutcomeText } from "./outcome-text.tsx";
import styles from "./preview.module.css";
import { type Device, PreviewFrame } from "./preview-frame.tsx";
import { BackToOffer, PREVIEW } from "./see-preview.tsx";
import { usePreview } from "./use-preview.ts";

const LargePreview = later([], () => import("./large-preview.tsx"));

const LARGER = "preview-larger";

const DEVICES: readonly Device[] = ["phone", "desktop"];

/** What a shopper sees of the rule as it stands now, page by page: drawn by the extensions themselves. */
export function PreviewCard() {
  const say = useSay();
  const { document, shop, products, learn } = useEditing();
  const format = useFormat(shop.timezone);
  const [wanted, setWanted] = useState<PreviewSurface>();
  const [device, setDevice] = useState<Device>("phone");
  const [locale, setLocale] = useState(shop.languages[0] ?? "en");
  const [currency, setCurrency] = useState(shop.currency);
  const [outcome, setOutcome] = useState<PreviewOutcome>();
  const [turn, setTurn] = useState(0);
  const [isLarge, setIsLarge] = useState(false);
  useFocusAfterDialog(isLarge, LARGER);
  const preview = usePreview(useDeferredValue(document), { wanted, locale, currency, shop });
  const { surface, surfaces, state, goods } = preview;
  // An imported rule names what nobody has looked up yet: what is read for the preview has a title for every card.
  useEffect(() => {
    const unknown = goods?.products.filter(({ id }) => !products.has(id)) ?? [];
    if (unknown.length > 0) learn(unknown.map((product) => pickedFromCatalog(product.id, product)));
  }, [goods, products, learn]);
  // The same asked for anew begins from the first offer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another ask.
  const ask = useMemo(() => (preview.ask ? { ...preview.ask } : undefined), [preview.ask, turn]);
  const told = useCallback((what: PreviewOutcome) => setOutcome(what), []);

  const page = surface ? (
    <PreviewFrame
      ask={ask}
      device={device}
      title={say("preview.frame", { page: say(`preview.page.${surface}`) })}
      isWhole={isLarge}
      onTold={told}
    />
  ) : null;

  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <div id={PREVIEW} tabIndex={-1} className={styles.head}>
            <Text as="h2" variant="headingMd">
              {say("preview.title")}
            </Text>
          </div>
          <InlineStack gap="300">
            <Button id={LARGER} variant="plain" disabled={!ask} onClick={() => setIsLarge(true)}>
              {say("preview.larger")}
            </Button>
            <Button variant="plain" disabled={!ask} onClick={() => setTurn((count) => count + 1)}>
              {say("preview.again")}
            </Button>
          </InlineStack>
        </InlineStack>
        {surface ? (
          <BlockStack gap="300">
            <InlineGrid columns={{ xs: 1, sm: 2, lg: 1 }} gap="300">
              <Select
                label={say("preview.page")}
                options={surfaces.map((value) => ({ value, label: say(`preview.page.${value}`) }))}
                value={surface}
                onChange={(value) => setWanted(value as PreviewSurface)}
              />
              <fieldset className={styles.screens}>
                <BlockStack gap="100">
                  <legend>{say("preview.screen")}</legend>
                  <ButtonGroup variant="segmented" fullWidth>
                    {DEVICES.map((one) => (
                      <Button key={one} pressed={device === one} onClick={() => setDevice(one)}>
                        {say(`preview.screen.${one}`)}
                      </Button>
                    ))}
                  </ButtonGroup>
                </BlockStack>
              </fieldset>
            </InlineGrid>
            <InlineGrid columns={2} gap="300">
              <Select
                label={say("preview.language")}
                options={shop.languages.map((value) => ({ value, label: format.language(value) }))}
                value={locale}
                onChange={setLocale}
              />
              <Select
                label={say("preview.currency")}
                options={[...shop.currencies]}
                value={currency}
                onChange={(code) => setCurrency(shop.currencies.find((one) => one === code) ?? shop.currency)}
              />
            </InlineGrid>
          </BlockStack>
        ) : null}
        <Box visuallyHidden={!ask && state !== "reading"}>{isLarge ? null : page}</Box>
        <OutcomeText preview={preview} outcome={state === "stands" ? outcome : undefined} currency={currency} />
        <BackToOffer />
        {isLarge ? <LargePreview close={() => setIsLarge(false)}>{page}</LargePreview> : null}
      </BlockStack>
    </Card>
  );
}
