import { BlockStack, Text } from "@shopify/polaris";
import { useMemo } from "react";
import type { Explanation } from "#app/core/decision/decision.ts";
import { explainEvidence } from "#app/core/decision/evidence-of.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { listed } from "#app/core/values/say.ts";
import { useNames } from "../../names.ts";
import { useSay } from "../../say.tsx";
import { VerdictText } from "../../verdict-text.tsx";
import { useEditing } from "../editing.tsx";
import type { TryAnswer } from "./try-data.ts";
import { useTriedId } from "./use-try.ts";

/** The decision with its trace, made here by the engine that serves shoppers. */
export function TryResult({ tried }: { readonly tried: Extract<TryAnswer, { kind: "tried" }> }) {
  const say = useSay();
  const { shop, products, collections } = useEditing();
  const { evidence, rulebook, unfit, knownFrom } = tried;
  const id = useTriedId();
  const explanation = useMemo(() => explainEvidence(evidence, rulebook, 0), [evidence, rulebook]);
  const titles = useMemo(
    () => ({
      products: [...products.values(), ...evidence.products],
      collections: [...[...collections].map(([id, { title }]) => ({ id, title })), ...evidence.collections],
    }),
    [products, collections, evidence],
  );
  const names = useNames(titles, shop.timezone, rulebook);
  const { verdicts } = explanation;
  const mine = verdicts.find(({ rule }) => rule === id);
  const others = verdicts.filter(({ rule }) => rule !== id);
  return (
    <BlockStack gap="300">
      <Text as="p" variant="bodyLg" fontWeight="semibold" breakWord>
        <Outcome explanation={explanation} names={names} mine={id} />
      </Text>
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {say("try.this-rule")}
        </Text>
        {mine ? <VerdictText verdict={mine} all={verdicts} names={names} /> : <p>{say("try.not-here")}</p>}
      </BlockStack>
      {others.length > 0 ? (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {say("try.others")}
          </Text>
          {others.map((verdict) => (
            <VerdictText key={verdict.rule} verdict={verdict} all={verdicts} names={names} />
          ))}
        </BlockStack>
      ) : null}
      <Text as="p" tone="subdued">
        {say("try.unfit", { count: unfit })} {say(`try.known.${knownFrom}`)}
      </Text>
    </BlockStack>
  );
}

function Outcome({
  explanation: { decision },
  names,
  mine,
}: {
  readonly explanation: Explanation;
  readonly names: ShopNames;
  readonly mine: RuleId;
}) {
  const say = useSay();
  if (decision.kind === "nothing") return <>{`${say("try.nothing")} ${whyNothing(decision.reason, say)}`}</>;
  const { rule, ruleName, products } = decision.offer;
  const offers = products.map(({ title, variants: [first] }) =>
    first ? say("try.offer", { title, price: names.money(first.offerPrice) }) : title,
  );
  const offer = listed(offers, say, decision.offer.arrangement === "together" ? "and" : "or");
  return <>{rule === mine ? say("try.won", { offer }) : say("try.other", { rule: ruleName, offer })}</>;
}
