import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import { type Area, loadAreas } from "#app/locales/areas.ts";
import { languageOf } from "#app/locales/catalogues.ts";
import { useSay } from "./say.tsx";

/**
 * A part of a screen that most visits do without: fetched, with the texts that only it speaks, when it is first shown.
 * `Meanwhile` stands in its place until then; what could not be fetched says so there, and can be tried again.
 */
export function later<Props extends object>(
  areas: readonly Area[],
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  Meanwhile?: ComponentType<Props>,
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Later(props) {
    const [Part, setPart] = useState(() => known);
    const [isMissed, setMissed] = useState(false);
    const fetch = useCallback(async () => {
      setMissed(false);
      try {
        const language = languageOf(document.documentElement.lang);
        const [module] = await Promise.all([load(), loadAreas(language, areas)]);
        known = module.default;
        setPart(() => module.default);
      } catch {
        setMissed(true);
      }
    }, []);
    useEffect(() => {
      if (!known) fetch();
    }, [fetch]);
    if (Part) return <Part {...props} />;
    if (isMissed) return <Missed retry={fetch} />;
    return Meanwhile ? <Meanwhile {...props} /> : null;
  };
}

function Missed({ retry }: { readonly retry: () => void }) {
  const say = useSay();
  return (
    <Banner tone="warning">
      <BlockStack gap="200">
        <Text as="p">{say("frame.part-missed")}</Text>
        <InlineStack>
          <Button onClick={retry}>{say("frame.try-again")}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
