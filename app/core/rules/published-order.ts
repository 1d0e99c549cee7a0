import type { RuleId } from "../values/ids.ts";
import { inListingOrder } from "./listing-order.ts";
import { movedRule } from "./moved-rule.ts";
import { orderDifference } from "./order-difference.ts";
import type { Rule, Rulebook } from "./rulebook.ts";
import { withRule } from "./with-rule.ts";

/**
 * What is published with these rules of the draft in it, each asked there where the draft asks it. The draft's own
 * priorities say so, unless others made room that are not published with them: then room is made in what is published.
 * Rules whose own move is not published stay where they are.
 */
export function withRulesOf(draft: Rulebook, wanted: readonly Rule[], published: Rulebook): Rulebook {
  const isWanted = new Set(wanted.map(({ id }) => id));
  const { moved } = orderDifference(published.rules, draft.rules);
  const known = new Set(published.rules.map(({ id }) => id));
  const stays = (id: RuleId) => known.has(id) && !moved.has(id);
  const unmoved = new Set([...known].filter((id) => stays(id) || !isWanted.has(id)));
  const standing = new Set([...known].filter(stays));
  const isRight = (rulebook: Rulebook, among: ReadonlySet<RuleId>) =>
    standsAs(published, rulebook, unmoved) && standsAs(draft, rulebook, among);

  const all = wanted.reduce(withRule, published);
  if (isRight(all, new Set([...standing, ...isWanted]))) return all;
  const order = inListingOrder(wanted.reduce(withRule, draft).rules.filter(isListed));
  return order
    .filter(({ id }) => isWanted.has(id))
    .reduce((next, rule) => {
      const isNew = !standing.has(rule.id);
      standing.add(rule.id);
      const asWritten = withRule(next, rule);
      if (isRight(asWritten, standing)) return asWritten;
      return isNew ? placed(next, rule, order, standing) : withItsPriority(next, rule);
    }, published);
}

const isListed = ({ status }: Rule) => status !== "archived";

/** Whether these rules stand to each other as they do in the draft. */
function standsAs(draft: Rulebook, rulebook: Rulebook, standing: ReadonlySet<RuleId>): boolean {
  const among = ({ rules }: Rulebook) => rules.filter(({ id }) => standing.has(id));
  return orderDifference(among(rulebook), among(draft)).moved.size === 0;
}

/** With the priority that it has there, if it is there. */
function withItsPriority(rulebook: Rulebook, rule: Rule): Rulebook {
  const { priority } = rulebook.rules.find(({ id }) => id === rule.id) ?? rule;
  return withRule(rulebook, { ...rule, priority });
}

/** Behind the one that stands before it in that order, by as few other priorities as can be; as it is where none is left. */
function placed(rulebook: Rulebook, rule: Rule, order: readonly Rule[], standing: ReadonlySet<RuleId>): Rulebook {
  const next = withItsPriority(rulebook, rule);
  const list = inListingOrder(next.rules.filter(isListed));
  const others = list.filter(({ id }) => id !== rule.id);
  const before = order.slice(0, order.indexOf(rule)).findLast(({ id }) => standing.has(id));
  const place = before
    ? others.findIndex(({ id }) => id === before.id) + 1
    : others.findIndex(({ id }) => standing.has(id));
  const priorities = new Map(movedRule(list, rule.id, place)?.map((one) => [one.rule, one.priority]));
  return { ...next, rules: next.rules.map((one) => ({ ...one, priority: priorities.get(one.id) ?? one.priority })) };
}
