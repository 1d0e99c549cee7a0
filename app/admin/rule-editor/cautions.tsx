import { Banner, List } from "@shopify/polaris";
import { findings } from "#app/core/rules/findings.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { said } from "#app/core/values/say.ts";
import { useFormat } from "../format.tsx";
import { troubleSentences } from "../rules/rule-trouble.tsx";
import { warningsOf } from "../rules/warnings.ts";
import { useSay } from "../say.tsx";
import type { RuleEditorData } from "./editor-data.ts";

/**
 * What keeps the rule, as it is written now, from doing what it says, why it paused itself, and what stands before it as
 * it was saved; nothing when all is well.
 */
export function Cautions({
  rule,
  data: { shop, products, trouble, now },
}: {
  readonly rule: Rule | undefined;
  readonly data: RuleEditorData;
}) {
  const say = useSay();
  const format = useFormat(shop.timezone);
  const known = new Map(products.map((product) => [product.id, product]));
  // A draft's new products have no copy yet; publishing makes it.
  const warnings = rule ? warningsOf({ ...rule, status: "draft" }, known) : trouble.warnings;
  const found = rule ? findings({ format: 1, rules: [rule] }, now, shop.timezone) : [];
  const sentences = [
    ...troubleSentences({ ...trouble, warnings }, say, format),
    ...found.filter(({ path }) => !path.endsWith(".when")).map((finding) => said(finding, say)),
  ];
  return sentences.length === 0 ? null : (
    <Banner tone="warning" title={say("editor.attention")}>
      <List>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
