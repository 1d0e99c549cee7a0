import { BlockStack, Card, InlineError, Text } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing, useProblem } from "../editing.tsx";
import { ClauseGroup } from "./clause-group.tsx";
import { partsAt, partsPlace } from "./clauses.ts";

const PLACE = "when";

/** *When*: what an order must be like, in groups as deep as the merchant wants. */
export function WhenCard() {
  const say = useSay();
  const { document } = useEditing();
  const problem = useProblem(PLACE);
  const isEvery = partsAt(document, partsPlace(document, PLACE)).length === 0;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("editor.when")}
        </Text>
        {isEvery ? (
          <Text as="p" tone="subdued">
            {say("editor.when.every")}
          </Text>
        ) : null}
        <ClauseGroup place={PLACE} />
        {problem ? <InlineError message={problem} fieldID={PLACE} /> : null}
      </BlockStack>
    </Card>
  );
}
