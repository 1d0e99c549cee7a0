import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { RulesPageData } from "./rules-page-data.ts";

/** What the pages beside the post-purchase one still need, and which rules have their discount applied by Shopify. */
export function SurfaceBanners({
  data: { missing, automatic },
}: {
  readonly data: Pick<RulesPageData, "missing" | "automatic">;
}) {
  const say = useSay();
  return (
    <>
      {missing.length > 0 ? (
        <Banner tone="warning" title={say("rules.permissions.title")}>
          <BlockStack gap="200">
            <List>
              {missing.map((what) => (
                <List.Item key={what}>{say(`rules.permissions.${what}`)}</List.Item>
              ))}
            </List>
            <Text as="p">{say("rules.permissions.how")}</Text>
          </BlockStack>
        </Banner>
      ) : null}
      {automatic ? (
        <Banner
          tone={automatic.without.length > 0 ? "warning" : "info"}
          title={say("rules.automatic.title", { made: automatic.made, most: automatic.most })}
        >
          <BlockStack gap="200">
            <Text as="p">{say("rules.automatic.body")}</Text>
            {automatic.without.length > 0 ? (
              <List>
                {automatic.without.map(({ name, why }) => (
                  <List.Item key={name}>{say("rules.automatic.of", { name, why: said(why, say) })}</List.Item>
                ))}
              </List>
            ) : null}
          </BlockStack>
        </Banner>
      ) : null}
    </>
  );
}
