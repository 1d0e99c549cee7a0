import { BlockStack, Box, Card, List, Text } from "@shopify/polaris";
import type { Verdict } from "#app/core/decision/decision.ts";
import { sentenceOf, traceSentence, whyNothing } from "#app/core/decision/words.ts";
import type { NameOf } from "#app/core/rules/conditions/condition-words.ts";
import { type DecisionTold, type OrderTold, titlesIn } from "./order-told.ts";
import { orderWords } from "./words.ts";

const words = orderWords.why;

/** Why this order was shown what it was shown: first the sentence a merchant needs, then every rule's verdict. */
export function WhyCard({ told }: { readonly told: OrderTold }) {
  const standing = told.decisions.at(-1);
  if (!standing) return <NotAsked gateway={told.order.paymentGateway} />;
  const { decision, rulebookVersion } = standing;
  const nameOf = titlesIn(told);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {decision.kind === "nothing" ? words.nothing : wasSeen(told) ? words.shown : words.notSeen}
          </Text>
          {decision.kind === "show" && !wasSeen(told) ? (
            <NeverOpened told={told} offered={decision.offer.productTitle} />
          ) : null}
          <Text as="p" variant="bodyLg" breakWord>
            {firstSentence(standing, nameOf, wasSeen(told))}
          </Text>
        </BlockStack>
        {decision.verdicts.length > 0 ? (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {words.verdicts}
            </Text>
            <List>
              {decision.verdicts.map((verdict) => (
                <List.Item key={verdict.rule}>
                  <VerdictTold verdict={verdict} all={decision.verdicts} nameOf={nameOf} />
                </List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
        <Text as="p" tone="subdued">
          {words.rulebook(rulebookVersion)}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** What the shopper did with it says that they saw it, even if the page could not tell us so. */
function wasSeen({ events, acceptances }: OrderTold): boolean {
  return events.length > 0 || acceptances.length > 0;
}

function NeverOpened({ told, offered }: { readonly told: OrderTold; readonly offered: string }) {
  const gateway = told.order.paymentGateway;
  return (
    <>
      <Text as="p" variant="bodyLg" breakWord>
        {words.neverOpened(offered)}
      </Text>
      {gateway === undefined ? null : <Text as="p">{words.paidThrough(gateway)}</Text>}
    </>
  );
}

function NotAsked({ gateway }: { readonly gateway: string | undefined }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.nothing}
        </Text>
        <Text as="p" variant="bodyLg">
          {words.notAsked}
        </Text>
        {gateway === undefined ? null : <Text as="p">{words.paidThrough(gateway)}</Text>}
        <Text as="p" tone="subdued">
          {words.askedTooLate}
        </Text>
      </BlockStack>
    </Card>
  );
}

function VerdictTold({
  verdict,
  all,
  nameOf,
}: {
  readonly verdict: Verdict;
  readonly all: readonly Verdict[];
  readonly nameOf: NameOf;
}) {
  return (
    <BlockStack gap="050">
      <Text as="p" breakWord>
        {sentenceOf(verdict, all, nameOf)}
      </Text>
      <Box>
        {verdict.conditions.map((trace, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule's conditions never move once a decision is kept
          <Text as="p" tone="subdued" breakWord key={index}>
            {traceSentence(trace, nameOf)}
          </Text>
        ))}
      </Box>
    </BlockStack>
  );
}

function firstSentence({ decision }: DecisionTold, nameOf: NameOf, seen: boolean): string {
  if (decision.kind === "nothing") return whyNothing(decision.reason);
  const won = decision.verdicts.find(({ outcome }) => outcome.kind === "won");
  const bought = won?.conditions.find(({ outcome }) => outcome.kind === "passed");
  const because = decision.offer.because;
  const sentence = won ? sentenceOf(won, decision.verdicts, nameOf) : decision.offer.ruleName;
  return bought && because ? `${words.because(because, decision.offer.productTitle, seen)} ${sentence}` : sentence;
}
