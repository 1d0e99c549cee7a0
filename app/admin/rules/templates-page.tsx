import { BlockStack, Box, Page, Text } from "@shopify/polaris";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";
import { TemplateCards } from "./template-cards.tsx";

/** What a new rule begins with. */
export function TemplatesPage() {
  const say = useSay();
  return (
    <Page
      title={say("templates.title")}
      backAction={{ content: say("rules.title"), url: "/app/rules" }}
      secondaryActions={[helpAction(say, "rules")]}
    >
      <BlockStack gap="400">
        {/* Cards reach the edges of a phone, words must not. */}
        <Box paddingInline={{ xs: "400", md: "0" }}>
          <Text as="p">{say("templates.intro")}</Text>
        </Box>
        <TemplateCards />
      </BlockStack>
    </Page>
  );
}
