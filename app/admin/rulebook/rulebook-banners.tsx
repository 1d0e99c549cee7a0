import { Banner, Text } from "@shopify/polaris";
import type { RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { rulebookWords as words } from "./words.ts";

/** What stands between the draft and the shoppers: a running trial first, else what is not published yet. */
export function RulebookBanners({
  isUnpublished,
  trial,
}: {
  readonly isUnpublished: boolean;
  readonly trial: RunningTrial | undefined;
}) {
  if (trial) {
    return (
      <Banner
        tone="info"
        title={words.trial.title(trial.version, trial.percent)}
        action={{ content: words.trial.see, url: "/app/versions" }}
      >
        <Text as="p">{words.trial.body}</Text>
      </Banner>
    );
  }
  if (!isUnpublished) return null;
  return (
    <Banner
      tone="info"
      title={words.unpublished.title}
      action={{ content: words.publish, url: "/app/rulebook/publish" }}
    >
      <Text as="p">{words.unpublished.body}</Text>
    </Banner>
  );
}
