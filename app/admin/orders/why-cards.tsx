import { BlockStack, Card, Text } from "@shopify/polaris";
import { isShutOut } from "#app/core/attribution/order-outcome.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import { sentenceOf, triedSentence } from "#app/core/decision/words.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import { offeredIn } from "./offered-text.ts";
import { type DecisionTold, type OrderTold, placesOf } from "./order-told.ts";
import { useOrderNames } from "./use-order-names.ts";
import { Verdicts } from "./verdicts.tsx";

/** Why this order was shown what it was shown, page by page: first the sentence a merchant needs, then every rule's verdict. */
export function WhyCards({ told }: { readonly told: OrderTold }) {
  const names = useOrderNames(told);
  const pages = [...new Set(placesOf(told).map(({ surface }) => surface))];
  const first = pages.filter((surface) => surface === "post-purchase");
  const others = pages.filter((surface) => surface !== "post-purchase");
  return [...first, ...others].map((surface) => (
    <WhyOnPage key={surface} told={told} surface={surface} names={names} />
  ));
}

function WhyOnPage({
  told,
  surface,
  names,
}: {
  readonly told: OrderTold;
  readonly surface: Surface;
  readonly names: ShopNames;
}) {
  const { say } = names;
  const decisions = told.decisions.filter((decision) => decision.surface === surface);
  const [first] = decisions;
  const seen = wasSeen(told, surface);
  // Of the page's first step the one that stood.
  const standing = first && decisions.findLast(({ step }) => step === first.step);
  if (!standing) return <Lost surface={surface} names={names} />;
  const { decision, rulebookVersion, why } = standing;
  // Of the page that was not opened the summary above has said so.
  const isToldAbove = surface === "post-purchase" && isShutOut(told.outcome);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Title what={decision.kind === "nothing" ? "nothing" : seen ? "shown" : "not-seen"} {...{ surface, names }} />
          {decision.kind === "show" && !seen && !isToldAbove ? (
            <Text as="p" variant="bodyLg" breakWord>
              {say(surface === "post-purchase" ? "orders.why.never-opened" : "orders.why.not-seen-there", {
                offered: offeredIn(decision.offer, say).what,
              })}
            </Text>
          ) : null}
          <Text as="p" variant="bodyLg" breakWord>
            {firstSentence(standing, seen, names)}
          </Text>
          <Doubt {...{ decision, why, names }} />
        </BlockStack>
        {why.kind === "rules" ? <Verdicts why={why} names={names} /> : null}
        {decisions
          .filter(({ step }) => step > standing.step)
          .map((next) => (
            <NextStep key={next.id} told={next} names={names} />
          ))}
        <Text as="p" tone="subdued">
          {rulebookVersion === 0
            ? say("orders.why.nothing-published")
            : say("orders.why.version", { version: rulebookVersion })}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** The post-purchase page needs no name: it is where offers stand unless it is said otherwise. */
function Title({
  what,
  surface,
  names: { say },
}: {
  readonly what: "shown" | "nothing" | "not-seen";
  readonly surface: Surface;
  readonly names: ShopNames;
}) {
  return (
    <Text as="h2" variant="headingMd">
      {surface === "post-purchase"
        ? say(`orders.why.${what}`)
        : say(`orders.why.${what}.on`, { page: say(`orders.on.${surface}`) })}
    </Text>
  );
}

/** What the shopper did with it says that they saw it, even if the page could not tell us so. */
function wasSeen({ events, acceptances }: OrderTold, page: Surface): boolean {
  return [...events, ...acceptances].some(({ surface }) => surface === page);
}

/** An offer was seen or answered, but what was decided did not reach the database. */
function Lost({ surface, names }: { readonly surface: Surface; readonly names: ShopNames }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Title what="shown" surface={surface} names={names} />
        <Text as="p" variant="bodyLg">
          {names.say("orders.why.decision-lost")}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** That the reason cannot be told, or is not quite that of then. */
function Doubt({
  decision,
  why,
  names: { say },
}: Pick<DecisionTold, "decision" | "why"> & { readonly names: ShopNames }) {
  if (why.kind !== "lost" && !why.differs) return null;
  // Where no rule was asked there is no more to tell of any.
  if (why.kind === "lost" && decision.kind === "nothing" && decision.reason === "no-rules") return null;
  return (
    <Text as="p" tone="caution">
      {say(why.kind === "lost" ? "orders.why.evidence-lost" : "orders.why.differs")}
    </Text>
  );
}

/** What followed an answer, and what would have but for a guard. */
function NextStep({ told: { decision, why }, names }: { readonly told: DecisionTold; readonly names: ShopNames }) {
  const { say } = names;
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingSm">
        {say(`orders.why.after.${why.kind === "step" ? why.after : "unknown"}`)}
      </Text>
      <Text as="p" breakWord>
        {decision.kind === "show"
          ? say("orders.why.followed", { offered: offeredIn(decision.offer, say).what })
          : say("orders.why.nothing-followed")}
      </Text>
      {why.kind === "step"
        ? [...new Set(why.tried.map((one) => triedSentence(one, names)))].map((line) => (
            <Text as="p" tone="subdued" breakWord key={line}>
              {line}
            </Text>
          ))
        : null}
      <Doubt {...{ decision, why, names }} />
    </BlockStack>
  );
}

function firstSentence({ decision, why }: DecisionTold, seen: boolean, names: ShopNames): string {
  const { say } = names;
  if (decision.kind === "nothing") return whyNothing(decision.reason, say);
  const { because, ruleName } = decision.offer;
  const { what: offered } = offeredIn(decision.offer, say);
  const won = why.kind === "rules" ? why.verdicts.find(({ outcome }) => outcome.kind === "won") : undefined;
  const sentence =
    won && why.kind === "rules"
      ? sentenceOf(won, [...why.verdicts, ...why.others], names)
      : say("orders.why.chosen-by", { rule: ruleName, offered });
  if (!because) return sentence;
  return `${say(seen ? "orders.why.because.seen" : "orders.why.because.chosen", { bought: because, offered })} ${sentence}`;
}
