import { BlockStack, Button, Card, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { useField } from "../rule-editor/editing.tsx";
import { useSay } from "../say.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** https://shopify.dev/docs/apps/build/checkout/styling */
const PLACES = [
  { what: "checkout", url: "shopify://admin/settings/checkout/editor" },
  { what: "theme", url: "shopify://admin/themes/current/editor?context=apps" },
] as const;

/** Where the look of each page is chosen, and what of it is ours. */
export function LookPart() {
  const say = useSay();
  const pictures = useField<"hidden">("look.pictures");
  return (
    <BlockStack gap={{ xs: "800", sm: "500" }}>
      {PLACES.map(({ what, url }) => (
        <SettingsSection key={what} title={say(`settings.look.${what}`)} help={say(`settings.look.${what}.where`)}>
          <Card>
            <BlockStack gap="300">
              <Text as="p">{say(`settings.look.${what}.body`)}</Text>
              <InlineStack>
                <Button url={url} target="_top">
                  {say(`settings.look.${what}.open`)}
                </Button>
              </InlineStack>
            </BlockStack>
          </Card>
        </SettingsSection>
      ))}
      <SettingsSection title={say("settings.look.offers")} help={say("settings.look.offers.where")}>
        <Card>
          <Checkbox
            {...pictures.control}
            label={say("settings.look.pictures")}
            helpText={say("settings.look.pictures.help")}
            checked={pictures.value !== "hidden"}
            onChange={(isShown) => pictures.set(isShown ? undefined : "hidden")}
          />
        </Card>
      </SettingsSection>
    </BlockStack>
  );
}
