import type { Explanation, Verdict } from "#app/core/decision/decision.ts";
import type { ExplainedDecision } from "#app/core/decision/explain-kept.ts";
import { sentenceOf, traceSentence, triedSentence, wouldHaveWonSentence } from "#app/core/decision/words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { DecisionId, ProductId } from "#app/core/values/ids.ts";
import type { DecisionKept, OrderScreen } from "#app/stores/read-models/order-screen.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { namesOf } from "../english-names.ts";
import type { DecisionTold, OrderTold, VerdictTold, WhyTold } from "./order-told.ts";

/** A shop may have ten thousand rules: these many verdicts are read, the rest is in the evidence. */
const VERDICTS_MOST = 40;

type ExplainedOrder = OrderScreen & { readonly explained: ReadonlyMap<DecisionId, ExplainedDecision> };

/** What the page of an order shows; explaining and wording are done on the server. */
export function tellOrder(explained: ExplainedOrder): OrderTold {
  const { shop, order, decisions, events, acceptances, earnings, orderNames } = explained;
  const known = titlesIn(explained);
  const products = new Map(known.products.map(({ id, title }) => [id, title]));
  const accepted = acceptances.flatMap(({ items }) => items.map(({ product }) => product));
  return {
    shop,
    order,
    decisions: decisions.map((kept) => decisionTold(kept, explained.explained, known, shop.timezone)),
    events,
    acceptances,
    earnings,
    orderNames,
    titles: Object.fromEntries(accepted.map((id) => [id, products.get(id) ?? `product ${id}`])),
  };
}

/** From our copy as it is now, else as it was when it was decided, else from the purchase itself. */
function titlesIn({ decisions, titles }: ExplainedOrder): Titles {
  const products = new Map<ProductId, Titles["products"][number]>();
  for (const { facts, evidence } of decisions) {
    for (const { product, productTitle } of facts.lines) {
      products.set(product, { id: product, title: productTitle, variants: [] });
    }
    for (const product of evidence?.products ?? []) products.set(product.id, product);
  }
  for (const product of titles.products) products.set(product.id, product);
  const collections = decisions.flatMap(({ evidence }) => evidence?.collections ?? []);
  return { products: [...products.values()], collections: [...collections, ...titles.collections] };
}

function decisionTold(
  { id, step, at, rulebookVersion, facts, decision }: DecisionKept,
  explained: ReadonlyMap<DecisionId, ExplainedDecision>,
  titles: Titles,
  timezone: string,
): DecisionTold {
  const why = explained.get(id) ?? { kind: "lost" };
  const names = (rulebook: Rulebook) => namesOf(titles, timezone, rulebook);
  const { surface, total } = facts;
  return { id, surface, step, at, rulebookVersion, total, decision, why: whyTold(why, names) };
}

function whyTold(why: ExplainedDecision, namesFor: (rulebook: Rulebook) => ShopNames): WhyTold {
  if (why.kind === "lost") return why;
  const { differs } = why;
  const names = namesFor(why.rulebook);
  if (why.kind === "rules") return { kind: "rules", differs, ...verdictsTold(why.explanation, names) };
  const { limit, tried } = why.explanation;
  return {
    kind: "step",
    after: why.step.after.at(-1) ?? "declined",
    tried: [...(limit ? [{ guard: limit }] : []), ...tried].map((one) => triedSentence(one, names)),
    differs,
  };
}

function verdictsTold({ verdicts }: Explanation, names: ShopNames) {
  const isNear = ({ outcome }: Verdict) => outcome.kind !== "unfit";
  const near = verdicts.filter(isNear).slice(0, VERDICTS_MOST);
  const far = verdicts.filter((verdict) => !isNear(verdict)).slice(0, VERDICTS_MOST - near.length);
  return {
    fitting: verdicts.filter(({ outcome }) => outcome.kind === "won" || outcome.kind === "lost").length,
    verdicts: [...near, ...far].map((verdict) => verdictTold(verdict, verdicts, names)),
    unlisted: verdicts.length - near.length - far.length,
  };
}

function verdictTold(verdict: Verdict, all: readonly Verdict[], names: ShopNames): VerdictTold {
  const wouldHaveWon = wouldHaveWonSentence(verdict, all, names);
  return {
    rule: verdict.rule,
    hasWon: verdict.outcome.kind === "won",
    sentence: sentenceOf(verdict, all, names),
    conditions: verdict.conditions.map((trace) => traceSentence(trace, names)),
    tried: verdict.tried.map((tried) => triedSentence(tried, names)),
    ...(wouldHaveWon === undefined ? {} : { wouldHaveWon }),
  };
}
