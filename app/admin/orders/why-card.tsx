import { BlockStack, Box, Card, List, Text } from "@shopify/polaris";
import { whyNothing } from "#app/core/decision/words.ts";
import { offeredIn } from "./offered-text.ts";
import { type DecisionTold, decisionsOfStep, type OrderTold, type VerdictTold, type WhyTold } from "./order-told.ts";
import { orderWords } from "./words.ts";

const words = orderWords.why;

/** Why this order was shown what it was shown: first the sentence a merchant needs, then every rule's verdict. */
export function WhyCard({ told }: { readonly told: OrderTold }) {
  const standing = decisionsOfStep(told, 1).at(-1);
  if (!standing) return wasSeen(told) ? <Lost /> : <NotAsked gateway={told.order.paymentGateway} />;
  const { decision, rulebookVersion, why } = standing;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {decision.kind === "nothing" ? words.nothing : wasSeen(told) ? words.shown : words.notSeen}
          </Text>
          {decision.kind === "show" && !wasSeen(told) ? (
            <NeverOpened told={told} offered={offeredIn(decision.offer).what} />
          ) : null}
          <Text as="p" variant="bodyLg" breakWord>
            {firstSentence(standing, wasSeen(told))}
          </Text>
          <Doubt why={why} />
        </BlockStack>
        {why.kind === "rules" ? <Verdicts {...why} /> : null}
        {told.decisions
          .filter(({ step }) => step > 1)
          .map((next) => (
            <NextStep key={next.id} told={next} />
          ))}
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

/** An offer was seen or answered, but what was decided did not reach the database. */
function Lost() {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.shown}
        </Text>
        <Text as="p" variant="bodyLg">
          {words.decisionLost}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** That the reason cannot be told, or is not quite that of then. */
function Doubt({ why }: { readonly why: WhyTold }) {
  const sentence = why.kind === "lost" ? words.evidenceLost : why.differs ? words.differs : undefined;
  return sentence === undefined ? null : (
    <Text as="p" tone="caution">
      {sentence}
    </Text>
  );
}

function Verdicts({ verdicts, unlisted }: Extract<WhyTold, { kind: "rules" }>) {
  if (verdicts.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.verdicts}
      </Text>
      <List>
        {verdicts.map((verdict) => (
          <List.Item key={verdict.rule}>
            <Verdict verdict={verdict} />
          </List.Item>
        ))}
      </List>
      {unlisted > 0 ? (
        <Text as="p" tone="subdued">
          {words.unlisted(unlisted)}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Verdict({ verdict: { sentence, conditions, tried, wouldHaveWon } }: { readonly verdict: VerdictTold }) {
  return (
    <BlockStack gap="050">
      <Text as="p" breakWord>
        {sentence}
      </Text>
      <Box>
        {[...conditions, ...tried, ...(wouldHaveWon === undefined ? [] : [wouldHaveWon])].map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said of a rule never moves once a decision is kept
          <Text as="p" tone="subdued" breakWord key={index}>
            {line}
          </Text>
        ))}
      </Box>
    </BlockStack>
  );
}

/** What followed an answer, and what would have but for a guard. */
function NextStep({ told: { decision, why } }: { readonly told: DecisionTold }) {
  const answer = why.kind === "step" ? why.after : undefined;
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingSm">
        {words.afterAnswer(answer)}
      </Text>
      <Text as="p" breakWord>
        {decision.kind === "show" ? words.followed(offeredIn(decision.offer).what) : words.nothingFollowed}
      </Text>
      {why.kind === "step"
        ? why.tried.map((line) => (
            <Text as="p" tone="subdued" breakWord key={line}>
              {line}
            </Text>
          ))
        : null}
      <Doubt why={why} />
    </BlockStack>
  );
}

function firstSentence({ decision, why }: DecisionTold, seen: boolean): string {
  if (decision.kind === "nothing") return whyNothing(decision.reason);
  const won = why.kind === "rules" ? why.verdicts.find(({ hasWon }) => hasWon) : undefined;
  const { because, ruleName } = decision.offer;
  const { what } = offeredIn(decision.offer);
  const sentence = won?.sentence ?? words.chosenBy(ruleName, what);
  return because ? `${words.because(because, what, seen)} ${sentence}` : sentence;
}
