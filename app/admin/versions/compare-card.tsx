import { Form } from "@remix-run/react";
import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { Say } from "#app/core/values/say.ts";
import { DifferenceList } from "../rulebook/difference-list.tsx";
import { useSay } from "../say.tsx";
import type { ComparedTold, VersionsPageData, WhichRulebook } from "./versions-data.ts";
import styles from "./versions-table.module.css";

/** What differs between any two versions, or a version and the draft. */
export function CompareCard({ data: { latest, live, compared } }: { readonly data: VersionsPageData }) {
  const say = useSay();
  const told = compared === "none" ? undefined : compared;
  const [before, setBefore] = useState(optionOf(told?.before ?? { version: live?.version ?? latest }));
  const [after, setAfter] = useState(optionOf(told?.after ?? "draft"));
  const options = [
    { value: "draft", label: say("versions.draft") },
    ...Array.from({ length: latest }, (_, index) => latest - index).map((version) => ({
      value: String(version),
      label: say("versions.version", { version }),
    })),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("versions.compare.title")}
        </Text>
        <Form method="get" action="/app/versions" preventScrollReset>
          <BlockStack gap="300">
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
              <Select
                label={say("versions.compare.before")}
                name="before"
                options={options}
                value={before}
                onChange={setBefore}
              />
              <Select
                label={say("versions.compare.after")}
                name="after"
                options={options}
                value={after}
                onChange={setAfter}
              />
            </InlineGrid>
            <InlineStack>
              <Button submit>{say("versions.compare.compare")}</Button>
            </InlineStack>
          </BlockStack>
        </Form>
        {compared ? <Compared compared={compared} /> : null}
      </BlockStack>
    </Card>
  );
}

/** The keyboard is led to it: the button that asked for it is drawn anew with the answer. */
function Compared({ compared }: { readonly compared: ComparedTold | "none" }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={styles.compared}>
      {compared === "none" ? (
        <Text as="p">{say("versions.compare.none")}</Text>
      ) : (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {say("versions.compare.from-to", {
              before: labelOf(compared.before, say),
              after: labelOf(compared.after, say),
            })}
          </Text>
          {compared.differences.items.length === 0 ? (
            <Text as="p">{say("versions.compare.same")}</Text>
          ) : (
            <DifferenceList differences={compared.differences} />
          )}
        </BlockStack>
      )}
    </div>
  );
}

const optionOf = (which: WhichRulebook) => (which === "draft" ? which : String(which.version));

const labelOf = (which: WhichRulebook, say: Say) =>
  which === "draft" ? say("versions.compare.of-draft") : say("versions.compare.of-version", { version: which.version });
