import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import type { RulesPageData } from "./rules-page-data.ts";
import { ruleWords as words } from "./words.ts";

/** What the pages beside the post-purchase one still need, and which rules have their discount applied by Shopify. */
export function SurfaceBanners({ data: { missing, automatic } }: { readonly data: RulesPageData }) {
  return (
    <>
      {missing.length > 0 ? (
        <Banner tone="warning" title={words.permissions.title}>
          <BlockStack gap="200">
            <List>
              {missing.map((what) => (
                <List.Item key={what}>{words.permissions.needs[what]}</List.Item>
              ))}
            </List>
            <Text as="p">{words.permissions.how}</Text>
          </BlockStack>
        </Banner>
      ) : null}
      {automatic ? (
        <Banner tone={automatic.without.length > 0 ? "warning" : "info"} title={words.automatic.title(automatic)}>
          <BlockStack gap="200">
            <Text as="p">{words.automatic.body}</Text>
            {automatic.without.length > 0 ? (
              <List>
                {automatic.without.map(({ name, why }) => (
                  <List.Item key={name}>{`${name}: ${why}`}</List.Item>
                ))}
              </List>
            ) : null}
          </BlockStack>
        </Banner>
      ) : null}
    </>
  );
}
