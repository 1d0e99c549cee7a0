import { BlockStack, Card, Checkbox, List, Text } from "@shopify/polaris";
import { useField } from "../rule-editor/editing.tsx";
import { NumberField } from "../rule-editor/fields/number-field.tsx";
import { useSay } from "../say.tsx";
import { SettingsSection } from "./settings-section.tsx";

const ALWAYS = ["sold-out", "inactive", "in-order", "ships-there", "subscription"] as const;

/** What holds for every rule, whatever it says. */
export function GuardsPart() {
  const say = useSay();
  const again = useField<true>("guards.offerAgainWhatWasBought");
  return (
    <BlockStack gap={{ xs: "800", sm: "500" }}>
      <SettingsSection title={say("settings.guards.title")} help={say("settings.guards.help")}>
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
      </SettingsSection>
      <SettingsSection title={say("settings.guards.always")} help={say("settings.guards.always.help")}>
        <Card>
          <List>
            {ALWAYS.map((guard) => (
              <List.Item key={guard}>
                <Text as="span">{say(`settings.guards.always.${guard}`)}</Text>
              </List.Item>
            ))}
          </List>
        </Card>
      </SettingsSection>
    </BlockStack>
  );
}
