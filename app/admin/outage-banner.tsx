import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { Outage } from "./outage.ts";
import { useSay } from "./say.tsx";

/** Shopify does not answer: says what still works, and asks again. */
export function OutageBanner({
  outage,
  retry,
  isRetrying,
}: {
  readonly outage: Outage;
  readonly retry: () => void;
  readonly isRetrying: boolean;
}) {
  const say = useSay();
  return (
    <Banner tone="warning" title={say(`frame.outage.${outage.kind}`)}>
      <BlockStack gap="300">
        <Text as="p">{say("frame.outage.body")}</Text>
        <InlineStack>
          <Button onClick={retry} loading={isRetrying}>
            {say("frame.try-again")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
