import { BlockStack, Button, Card, InlineGrid, Text } from "@shopify/polaris";
import type { Message } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import { TEMPLATE_IDS } from "./templates.ts";

/** What a rule can begin with: each template, and nothing. */
export function TemplateCards() {
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 3 }} gap="400">
      {TEMPLATE_IDS.map((id) => (
        <TemplateCard
          key={id}
          name={`templates.${id}.name`}
          body={`templates.${id}.body`}
          use="templates.use"
          url={`/app/rules/new?template=${id}`}
        />
      ))}
      <TemplateCard
        name="templates.blank.name"
        body="templates.blank.body"
        use="templates.blank.use"
        url="/app/rules/new"
      />
    </InlineGrid>
  );
}

function TemplateCard({
  name,
  body,
  use,
  url,
}: {
  readonly name: Message;
  readonly body: Message;
  readonly use: Message;
  readonly url: string;
}) {
  const say = useSay();
  return (
    <Card>
      <BlockStack gap="300" align="space-between">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm">
            {say(name)}
          </Text>
          <Text as="p">{say(body)}</Text>
        </BlockStack>
        <div>
          <Button url={url} accessibilityLabel={`${say(use)}: ${say(name)}`}>
            {say(use)}
          </Button>
        </div>
      </BlockStack>
    </Card>
  );
}
