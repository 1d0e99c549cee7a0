import { BlockStack, Button, Card, Checkbox, InlineStack, Layout, Text } from "@shopify/polaris";
import { useField } from "../rule-editor/editing.tsx";
import { useSay } from "../say.tsx";

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
    <Layout>
      {PLACES.map(({ what, url }) => (
        <Layout.AnnotatedSection
          key={what}
          title={say(`settings.look.${what}`)}
          description={say(`settings.look.${what}.where`)}
        >
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
        </Layout.AnnotatedSection>
      ))}
      <Layout.AnnotatedSection title={say("settings.look.offers")} description={say("settings.look.offers.where")}>
        <Card>
          <Checkbox
            {...pictures.control}
            label={say("settings.look.pictures")}
            helpText={say("settings.look.pictures.help")}
            checked={pictures.value !== "hidden"}
            onChange={(isShown) => pictures.set(isShown ? undefined : "hidden")}
          />
        </Card>
      </Layout.AnnotatedSection>
    </Layout>
  );
}
