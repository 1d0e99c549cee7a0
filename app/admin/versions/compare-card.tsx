import { Form } from "@remix-run/react";
import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { ToldList } from "../rulebook/told-list.tsx";
import { rulebookWords } from "../rulebook/words.ts";
import type { VersionsPageData, WhichRulebook } from "./versions-data.ts";

const words = rulebookWords.versions;

/** What differs between any two versions, or a version and the draft. */
export function CompareCard({ data: { latest, live, compared } }: { readonly data: VersionsPageData }) {
  const [before, setBefore] = useState(optionOf(compared?.before ?? { version: live?.version ?? latest }));
  const [after, setAfter] = useState(optionOf(compared?.after ?? "draft"));
  const versions = Array.from({ length: latest }, (_, index) => String(latest - index));
  const options = [
    { value: "draft", label: words.draft },
    ...versions.map((value) => ({ value, label: words.version(Number(value)) })),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.compareTitle}
        </Text>
        <Form method="get" action="/app/versions">
          <BlockStack gap="300">
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
              <Select label={words.before} name="before" options={options} value={before} onChange={setBefore} />
              <Select label={words.after} name="after" options={options} value={after} onChange={setAfter} />
            </InlineGrid>
            <InlineStack>
              <Button submit>{words.compare}</Button>
            </InlineStack>
          </BlockStack>
        </Form>
        {compared ? (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {words.differences(labelOf(compared.before), labelOf(compared.after))}
            </Text>
            {compared.differences.items.length === 0 ? (
              <Text as="p">{words.sameVersions}</Text>
            ) : (
              <ToldList told={compared.differences} />
            )}
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

const optionOf = (which: WhichRulebook) => (which === "draft" ? which : String(which.version));

const labelOf = (which: WhichRulebook) =>
  which === "draft" ? words.draft.toLowerCase() : words.version(which.version).toLowerCase();
