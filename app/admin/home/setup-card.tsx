import { Badge, BlockStack, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { AlertCircleIcon, CheckCircleIcon } from "@shopify/polaris-icons";
import type { HomeSetup } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { PermissionBanner } from "../permission-banner.tsx";
import { useSay } from "../say.tsx";
import styles from "./home.module.css";
import { isSetUp, type SetupStep, setupStepsOf } from "./setup-steps.ts";

/** What is left until offers are seen, each step looked up in Shopify; gone when nothing is. */
export function SetupCard({
  setup,
  apiKey,
  format,
  isMissed,
}: {
  readonly setup: HomeSetup;
  readonly apiKey: string;
  readonly format: Format;
  /** Shopify could not be asked just now. */
  readonly isMissed: boolean;
}) {
  const say = useSay();
  const steps = setupStepsOf(setup, apiKey);
  if (isSetUp(steps)) return null;
  const done = steps.filter(({ state }) => state === "done").length;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center" align="space-between">
            <Text as="h2" variant="headingMd">
              {say("home.setup.title")}
            </Text>
            <Badge>{say("home.setup.progress", { done, count: steps.length })}</Badge>
          </InlineStack>
          <Text as="p" tone="subdued">
            {say("home.setup.body")}
          </Text>
        </BlockStack>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.id} className={styles.step}>
              <Step step={step} format={format} isMissed={isMissed} />
            </li>
          ))}
        </ol>
        {setup.liveOn.includes("cart") && setup.check?.embed === "unknown" ? (
          <PermissionBanner scopes={["read_themes"]} features={[say("home.setup.cart.permission")]} />
        ) : null}
        {setup.check ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {say("home.setup.checked", { at: format.dateTime(setup.check.checkedAt) })}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Step({
  step: { id, state, seenAt, url },
  format,
  isMissed,
}: {
  readonly step: SetupStep;
  readonly format: Format;
  readonly isMissed: boolean;
}) {
  const say = useSay();
  const isDone = state === "done";
  return (
    <>
      <span className={styles.mark}>
        <Icon
          source={isDone ? CheckCircleIcon : AlertCircleIcon}
          tone={isDone ? "success" : "subdued"}
          accessibilityLabel={say(`home.setup.${state}`)}
        />
      </span>
      <div className={styles.stepText}>
        <Text as="p" fontWeight="medium">
          {say(`home.setup.${id}.title`)}
        </Text>
        <Text as="p" tone="subdued">
          {seenAt !== undefined
            ? say("home.setup.seen-running", { at: format.dateTime(seenAt) })
            : say(
                isDone
                  ? "home.setup.nothing-left"
                  : state === "looking"
                    ? isMissed
                      ? "home.setup.not-looked"
                      : "home.setup.looking"
                    : `home.setup.${id}.body`,
              )}
        </Text>
      </div>
      {state === "open" ? (
        <div className={styles.stepAction}>
          <Button url={url} {...(url.startsWith("shopify:") ? { target: "_top" as const } : {})}>
            {say(`home.setup.${id}.action`)}
          </Button>
        </div>
      ) : null}
    </>
  );
}
