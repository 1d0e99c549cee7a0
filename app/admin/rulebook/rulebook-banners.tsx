import { Banner, Button, Icon, Text } from "@shopify/polaris";
import { AlertCircleIcon, CheckCircleIcon } from "@shopify/polaris-icons";
import type { RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { useSay } from "../say.tsx";
import styles from "./rulebook-banners.module.css";

/** What stands between the draft and the shoppers: a running trial first, else whether all is published. */
export function RulebookBanners({
  isUnpublished,
  trial,
}: {
  readonly isUnpublished: boolean;
  readonly trial: RunningTrial | undefined;
}) {
  const say = useSay();
  if (!trial) return <PublishState isUnpublished={isUnpublished} />;
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

/** One line of one height, whatever it says: a rule that is moved or paused must not push the list away from the pointer. */
function PublishState({ isUnpublished }: { readonly isUnpublished: boolean }) {
  const say = useSay();
  return (
    <div className={isUnpublished ? `${styles.state} ${styles.open}` : styles.state}>
      <span className={styles.icon}>
        <Icon source={isUnpublished ? AlertCircleIcon : CheckCircleIcon} tone={isUnpublished ? "info" : "success"} />
      </span>
      <Text as="p" tone={isUnpublished ? undefined : "subdued"}>
        {say(isUnpublished ? "rulebook.unpublished" : "rulebook.published")}
      </Text>
      {isUnpublished ? (
        <Button url="/app/rulebook/publish" size="slim">
          {say("rulebook.publish")}
        </Button>
      ) : null}
    </div>
  );
}
