import { Text } from "@shopify/polaris";
import type { Outage } from "./outage.ts";
import { RetryBanner } from "./retry-banner.tsx";
import { useSay } from "./say.tsx";

/** Something cannot be asked just now: says what still works, and asks again. */
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
    <RetryBanner title={say(`frame.outage.${outage.kind}`)} retry={retry} isRetrying={isRetrying}>
      <Text as="p">{say("frame.outage.body")}</Text>
    </RetryBanner>
  );
}
