import { BlockStack, Card, InlineStack, Link, List, Text } from "@shopify/polaris";
import { useSay } from "../say.tsx";
import { SettingsSection } from "./settings-section.tsx";

const APP_PRICING = "https://shopify.dev/docs/apps/launch/billing/shopify-app-pricing";
const INCLUDED = ["rules", "orders", "surfaces", "data"] as const;

/** What running Encore costs, and where a price would stand. */
export function PlanPage() {
  const say = useSay();
  return (
    <SettingsSection title={say("settings.plan.title")} help={say("settings.plan.help")}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <InlineStack gap="200" blockAlign="center" align="space-between">
              <Text as="h2" variant="headingMd">
                {say("settings.plan.self-hosted")}
              </Text>
              <Text as="span" variant="headingMd">
                {say("settings.plan.free")}
              </Text>
            </InlineStack>
            <List>
              {INCLUDED.map((what) => (
                <List.Item key={what}>{say(`settings.plan.included.${what}`)}</List.Item>
              ))}
            </List>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {say("settings.plan.service")}
            </Text>
            <Text as="p">
              {say("settings.plan.service.body")}{" "}
              <Link url={APP_PRICING} target="_blank">
                {say("settings.plan.service.how")}
              </Link>
            </Text>
          </BlockStack>
        </Card>
      </BlockStack>
    </SettingsSection>
  );
}
