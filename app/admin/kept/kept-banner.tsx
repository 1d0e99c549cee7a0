import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { Instant } from "#app/core/values/instant.ts";
import { useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { useFocusBack } from "../use-focus-back.ts";

/** What this browser kept of an earlier visit, offered back. */
export function KeptBanner({
  at,
  timezone,
  bringBack,
  drop,
}: {
  readonly at: Instant;
  /** The shop's. */
  readonly timezone: string;
  readonly bringBack: () => void;
  readonly drop: () => void;
}) {
  const say = useSay();
  const format = useFormat(timezone);
  const box = useFocusBack();
  return (
    <div ref={box}>
      <Banner tone="info" title={say("frame.kept", { at: format.dateTime(at) })}>
        <BlockStack gap="300">
          <Text as="p">{say("frame.kept.body")}</Text>
          <InlineStack gap="200">
            <Button onClick={bringBack}>{say("frame.kept.back")}</Button>
            <Button onClick={drop}>{say("frame.kept.away")}</Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
