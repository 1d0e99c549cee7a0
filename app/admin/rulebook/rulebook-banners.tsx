import { Banner, Text } from "@shopify/polaris";
import type { RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { useSay } from "../say.tsx";

/** What stands between the draft and the shoppers: a running trial first, else what is not published yet. */
export function RulebookBanners({
  isUnpublished,
  trial,
}: {
  readonly isUnpublished: boolean;
  readonly trial: RunningTrial | undefined;
}) {
  const say = useSay();
  if (trial) {
    const { version, percent } = trial;
    return (
      <Banner
        tone="info"
        title={say("rulebook.trial.title", { version, percent })}
        action={{ content: say("rulebook.trial.see"), url: "/app/versions" }}
      >
        <Text as="p">{say("rulebook.trial.body")}</Text>
      </Banner>
    );
  }
  if (!isUnpublished) return null;
  return (
    <Banner
      tone="info"
      title={say("rulebook.unpublished.title")}
      action={{ content: say("rulebook.publish"), url: "/app/rulebook/publish" }}
    >
      <Text as="p">{say("rulebook.unpublished.body")}</Text>
    </Banner>
  );
}
