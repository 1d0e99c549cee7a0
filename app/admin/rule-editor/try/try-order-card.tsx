import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { later } from "../../later.tsx";
import { useSay } from "../../say.tsx";
import { useFocusOnceChanged } from "../../use-focus-back.ts";

/** The engine's explanations are not loaded before somebody asks for one. */
const TryForm = later(["problem", "try"], () => import("./try-form.tsx"), Loading);

/** One order, past or made up, decided by the draft with this rule as it stands in the editor. */
export function TryOrderCard() {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const title = useFocusOnceChanged(isOpen);
  return (
    <Card>
      <BlockStack gap="300">
        <div ref={title} tabIndex={-1}>
          <Text as="h2" variant="headingMd">
            {say("editor.try.title")}
          </Text>
        </div>
        <Text as="p" tone="subdued">
          {say("editor.try.intro")}
        </Text>
        {isOpen ? <TryForm /> : <Button onClick={() => setIsOpen(true)}>{say("editor.try.open")}</Button>}
      </BlockStack>
    </Card>
  );
}

function Loading() {
  const say = useSay();
  return <Text as="p">{say("editor.try.loading")}</Text>;
}
