import { Text } from "@shopify/polaris";
import { RetryBanner } from "../retry-banner.tsx";
import { useSay } from "../say.tsx";
import styles from "./connection.module.css";
import { tellLost, useLost } from "./lost.ts";
import { useKeptScreen } from "./use-kept-screen.ts";
import { useScriptsFirst } from "./use-scripts-first.ts";

/**
 * Where a page does not come, all that stands on the screen stays, and what was written there; what did not come is told
 * above it, however far down the merchant is, with a way to ask again.
 */
export function Connection() {
  const say = useSay();
  const lost = useLost();
  const { isFetching, asked } = useScriptsFirst();
  const { retry, isLoading } = useKeptScreen(lost, asked);
  if (!lost) return null;
  return (
    <div className={styles.above}>
      <RetryBanner
        title={say(`frame.outage.${lost.kind}`)}
        retry={retry}
        isRetrying={isFetching || isLoading}
        onDismiss={() => tellLost(undefined)}
      >
        <Text as="p">
          {lost.to === undefined ? say("frame.lost.anew") : say("frame.lost.page", { kind: lost.kind })}
        </Text>
      </RetryBanner>
    </div>
  );
}
