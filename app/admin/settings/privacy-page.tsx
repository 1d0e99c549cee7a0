import { BlockStack, Card, DataTable, Layout, Text } from "@shopify/polaris";
import { missingScopes } from "#app/core/attribution/setup.ts";
import type { KeptDataScreen } from "#app/stores/read-models/kept-data-screen.ts";
import { ExportsCard } from "../exports/exports-card.tsx";
import { useFormat } from "../format.tsx";
import { PermissionBanner } from "../permission-banner.tsx";
import { useSay } from "../say.tsx";
import { EraseCard } from "./erase-card.tsx";

/** What is kept of the shop, why and how long; as a file, and how it goes. */
export function PrivacyPage({ data }: { readonly data: KeptDataScreen }) {
  const say = useSay();
  const format = useFormat(data.shop.timezone);
  const missing = missingScopes(data.scopes);
  return (
    <Layout>
      {missing.length > 0 ? (
        <Layout.Section>
          <PermissionBanner scopes={missing} features={missing.map((scope) => say(`settings.permission.${scope}`))} />
        </Layout.Section>
      ) : null}
      <Layout.Section>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {say("settings.kept")}
            </Text>
            <Text as="p" tone="subdued">
              {say("settings.kept.help")}
            </Text>
            <DataTable
              columnContentTypes={["text", "numeric", "text"]}
              headings={[say("settings.kept.what"), say("settings.kept.rows"), say("settings.kept.oldest")]}
              rows={data.kept.map(({ kind, rows, oldest }) => [
                <BlockStack key={kind}>
                  <Text as="span">{say(`settings.kept.${kind}`)}</Text>
                  <Text as="span" tone="subdued">
                    {say(`settings.kept.${kind}.why`)}
                  </Text>
                </BlockStack>,
                say("settings.count", { count: rows }),
                oldest === undefined ? "–" : format.day(oldest),
              ])}
              verticalAlign="top"
            />
            <Text as="p">{say("settings.kept.how-long")}</Text>
            <Text as="p">{say("settings.kept.compliance")}</Text>
          </BlockStack>
        </Card>
      </Layout.Section>
      <Layout.Section>
        <ExportsCard known={data.exports} timezone={data.shop.timezone} />
      </Layout.Section>
      <Layout.Section>
        <EraseCard shop={data.shop} known={data.erasure} />
      </Layout.Section>
    </Layout>
  );
}
