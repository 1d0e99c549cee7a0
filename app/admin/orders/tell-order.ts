import type { Explanation, Verdict } from "#app/core/decision/decision.ts";
import type { ExplainedDecision } from "#app/core/decision/explain-kept.ts";
import type { Reached } from "#app/core/decision/reached-on.ts";
import type { DecisionId, ProductId } from "#app/core/values/ids.ts";
import type { DecisionKept, OrderScreen } from "#app/stores/read-models/order-screen.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import type { DecisionTold, OrderTold, WhyTold } from "./order-told.ts";

/** A shop may have ten thousand rules: these many verdicts are read, the rest is in the evidence. */
const VERDICTS_MOST = 40;
/** Of the others that came near so many are known by name. */
const OTHERS_MOST = 500;

type ExplainedOrder = OrderScreen & {
  readonly explained: ReadonlyMap<DecisionId, ExplainedDecision>;
  readonly reach?: Reached | undefined;
};

/** What the page of an order shows: it is explained on the server, and put into the reader's words where they read it. */
export function tellOrder(explained: ExplainedOrder): OrderTold {
  const { shop, order, became, reach, events, acceptances, earnings, orderNames } = explained;
  const decisions = explained.decisions.map((kept) => decisionTold(kept, explained.explained));
  const told = { outcome: became?.outcome, rule: became?.rule, decisions, events, acceptances };
  return {
    ...told,
    shop,
    order,
    earnings,
    orderNames,
    reach,
    names: namesIn(explained, decisions),
  };
}

function decisionTold(
  { id, step, at, rulebookVersion, facts: { surface, total }, decision }: DecisionKept,
  explained: ReadonlyMap<DecisionId, ExplainedDecision>,
): DecisionTold {
  return { id, surface, step, at, rulebookVersion, total, decision, why: whyTold(explained.get(id)) };
}

function whyTold(why: ExplainedDecision = { kind: "lost" }): WhyTold {
  if (why.kind === "lost") return why;
  const { differs } = why;
  if (why.kind === "rules") return { kind: "rules", differs, ...verdictsTold(why.explanation) };
  const { limit, tried } = why.explanation;
  return {
    kind: "step",
    after: why.step.after.at(-1) ?? "declined",
    tried: [...(limit ? [{ guard: limit }] : []), ...tried],
    differs,
  };
}

function verdictsTold({ verdicts }: Explanation) {
  const isNear = ({ outcome }: Verdict) => outcome.kind !== "unfit";
  const near = verdicts.filter(isNear);
  const far = verdicts.filter((verdict) => !isNear(verdict));
  const listed = [...near.slice(0, VERDICTS_MOST), ...far.slice(0, Math.max(0, VERDICTS_MOST - near.length))];
  const others = near.slice(VERDICTS_MOST, VERDICTS_MOST + OTHERS_MOST);
  return {
    fitting: verdicts.filter(({ outcome }) => outcome.kind === "won" || outcome.kind === "lost").length,
    verdicts: listed,
    others: others.map(({ wouldHaveWon: _, ...verdict }) => ({ ...verdict, conditions: [], tried: [] })),
    unlisted: verdicts.length - listed.length,
  };
}

/** Only of what is spoken of: a version of the rules may name very much more. */
function namesIn(explained: ExplainedOrder, decisions: readonly DecisionTold[]): OrderTold["names"] {
  const { acceptances, rulebooks, became, earnings } = explained;
  const spokenOf = textsIn([decisions.map(({ why }) => why), acceptances, earnings, became]);
  const { products, collections } = titlesIn(explained);
  const rules = rulebooks.flatMap(({ rulebook }) => rulebook.rules.map(({ id, name }) => [id, name] as const));
  return {
    titles: {
      products: products.filter(({ id, variants }) => spokenOf.has(id) || variants.some((one) => spokenOf.has(one.id))),
      collections: collections.filter(({ id }) => spokenOf.has(id)),
    },
    rules: Object.fromEntries([
      ...rules.filter(([id]) => spokenOf.has(id)),
      ...acceptances.map(({ rule, ruleName }) => [rule, ruleName] as const),
    ]),
  };
}

/** From our copy as it is now, else as it was when it was decided, else from the purchase itself. */
function titlesIn({ decisions, titles }: ExplainedOrder): Titles {
  const products = new Map<ProductId, Titles["products"][number]>();
  for (const { facts, evidence } of decisions) {
    for (const { product, productTitle } of facts.lines) {
      products.set(product, { id: product, title: productTitle, variants: [] });
    }
    for (const { id, title, variants } of evidence?.products ?? []) {
      products.set(id, { id, title, variants: variants.map((variant) => ({ id: variant.id, title: variant.title })) });
    }
  }
  for (const product of titles.products) products.set(product.id, product);
  const collections = decisions
    .flatMap(({ evidence }) => evidence?.collections ?? [])
    .map(({ id, title }) => ({ id, title }));
  return { products: [...products.values()], collections: [...collections, ...titles.collections] };
}

/** Every text in a document, wherever it stands: the ids that it names are among them. */
function textsIn(document: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof document === "string") found.add(document);
  else if (typeof document === "object" && document !== null) {
    for (const part of Object.values(document)) textsIn(part, found);
  }
  return found;
}
