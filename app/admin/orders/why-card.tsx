import { BlockStack, Box, Card, List, Text } from "@shopify/polaris";
import { whyNothing } from "#app/core/decision/words.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { offeredIn } from "./offered-text.ts";
import { type DecisionTold, type OrderTold, placesOf, type VerdictTold, type WhyTold } from "./order-told.ts";
import { orderWords } from "./words.ts";

const words = orderWords.why;

/** Why this order was shown what it was shown, page by page: first the sentence a merchant needs, then every rule's verdict. */
export function WhyCard({ told }: { readonly told: OrderTold }) {
  const pages = [...new Set(placesOf(told).map(({ surface }) => surface))];
  const others = pages.filter((surface) => surface !== "post-purchase");
  return (
    <>
      {pages.includes("post-purchase") ? (
        <WhyOnPage told={told} surface="post-purchase" />
      ) : (
        <NotAsked gateway={told.order.paymentGateway} />
      )}
      {others.map((surface) => (
        <WhyOnPage key={surface} told={told} surface={surface} />
      ))}
    </>
  );
}

function WhyOnPage({ told, surface }: { readonly told: OrderTold; readonly surface: Surface }) {
  const decisions = told.decisions.filter((decision) => decision.surface === surface);
  const [first] = decisions;
  const seen = wasSeen(told, surface);
  // Of the page's first step the one that stood.
  const standing = first && decisions.findLast(({ step }) => step === first.step);
  if (!standing) return <Lost page={orderWords.onPage[surface]} />;
  const { decision, rulebookVersion, why } = standing;
  const title = decision.kind === "nothing" ? words.nothing : seen ? words.shown : words.notSeen;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Title page={orderWords.onPage[surface]} title={title} />
          {decision.kind === "show" && !seen ? (
            <NotSeen told={told} surface={surface} offered={offeredIn(decision.offer).what} />
          ) : null}
          <Text as="p" variant="bodyLg" breakWord>
            {firstSentence(standing, seen)}
          </Text>
          <Doubt why={why} />
        </BlockStack>
        {why.kind === "rules" ? <Verdicts {...why} /> : null}
        {decisions
          .filter(({ step }) => step > standing.step)
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

function Title({ page, title }: { readonly page: string | undefined; readonly title: string }) {
  return (
    <Text as="h2" variant="headingMd">
      {page ? `${page}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title}
    </Text>
  );
}

/** What the shopper did with it says that they saw it, even if the page could not tell us so. */
function wasSeen({ events, acceptances }: OrderTold, page: Surface): boolean {
  return [...events, ...acceptances].some(({ surface }) => surface === page);
}

function NotSeen({
  told,
  surface,
  offered,
}: {
  readonly told: OrderTold;
  readonly surface: Surface;
  readonly offered: string;
}) {
  if (surface === "post-purchase") return <NeverOpened told={told} offered={offered} />;
  return (
    <Text as="p" variant="bodyLg" breakWord>
      {words.notSeenThere(offered)}
    </Text>
  );
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
function Lost({ page }: { readonly page: string | undefined }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Title page={page} title={words.shown} />
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
  if (decision.kind === "nothing") return whyNothing(decision.reason, sayInEnglish);
  const won = why.kind === "rules" ? why.verdicts.find(({ hasWon }) => hasWon) : undefined;
  const { because, ruleName } = decision.offer;
  const { what } = offeredIn(decision.offer);
  const sentence = won?.sentence ?? words.chosenBy(ruleName, what);
  return because ? `${words.because(because, what, seen)} ${sentence}` : sentence;
}
