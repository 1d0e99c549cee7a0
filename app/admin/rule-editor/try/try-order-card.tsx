import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { lazy, Suspense, useState } from "react";
import { useSay } from "../../say.tsx";

/** The engine's explanations are not loaded before somebody asks for one. */
const TryForm = lazy(() => import("./try-form.tsx"));

/** One order, past or made up, decided by the draft with this rule as it stands in the editor. */
export function TryOrderCard() {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("try.title")}
        </Text>
        <Text as="p" tone="subdued">
          {say("try.intro")}
        </Text>
        {isOpen ? (
          <Suspense fallback={<Text as="p">{say("try.loading")}</Text>}>
            <TryForm />
          </Suspense>
        ) : (
          <Button onClick={() => setIsOpen(true)}>{say("try.open")}</Button>
        )}
      </BlockStack>
    </Card>
  );
}
