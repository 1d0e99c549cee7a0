import { BlockStack, Card, Checkbox, Layout, List, Text } from "@shopify/polaris";
import { useField } from "../rule-editor/editing.tsx";
import { NumberField } from "../rule-editor/fields/number-field.tsx";
import { useSay } from "../say.tsx";

const ALWAYS = ["sold-out", "inactive", "in-order", "ships-there", "subscription"] as const;

/** What holds for every rule, whatever it says. */
export function GuardsPart() {
  const say = useSay();
  const again = useField<true>("guards.offerAgainWhatWasBought");
  return (
    <Layout>
      <Layout.AnnotatedSection title={say("settings.guards.title")} description={say("settings.guards.help")}>
        <Card>
          <BlockStack gap="400">
            <NumberField
              place="guards.priceCapPercent"
              label={say("settings.guards.price-cap")}
              helpText={say("settings.guards.price-cap.help")}
              suffix="%"
              mayBeAbsent
            />
            <NumberField
              place="guards.marginFloorPercent"
              label={say("settings.guards.margin-floor")}
              helpText={say("settings.guards.margin-floor.help")}
              suffix="%"
              mayBeAbsent
            />
            <Checkbox
              {...again.control}
              label={say("settings.guards.bought-before")}
              helpText={say("settings.guards.bought-before.help")}
              checked={again.value !== true}
              onChange={(isNever) => again.set(isNever ? undefined : true)}
            />
          </BlockStack>
        </Card>
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={say("settings.guards.always")} description={say("settings.guards.always.help")}>
        <Card>
          <List>
            {ALWAYS.map((guard) => (
              <List.Item key={guard}>
                <Text as="span">{say(`settings.guards.always.${guard}`)}</Text>
              </List.Item>
            ))}
          </List>
        </Card>
      </Layout.AnnotatedSection>
    </Layout>
  );
}
