import { diffClauses } from "./diff-clauses.ts";
import { diffPaths } from "./diff-paths.ts";
import { type OrderDifference, orderDifference } from "./order-difference.ts";
import type { GuardSettings, OfferWords, Rule, Rulebook } from "./rulebook.ts";
import { type Changed, PLAIN_FIELDS, type RulebookDifference, type RuleDifference } from "./rulebook-difference.ts";
import { isSameDocument } from "./same-document.ts";

/**
 * What is otherwise in `after` than in `before`: what holds for every rule, the rules of `after` as they are written (which means nothing
 * itself), those that are gone, then how many made room for others. The same each time; nothing where the documents say the same.
 */
export function diffRulebooks(before: Rulebook, after: Rulebook): RulebookDifference[] {
  const earlier = new Map(before.rules.map((rule) => [rule.id, rule]));
  const later = new Set(after.rules.map(({ id }) => id));
  const order = orderDifference(before.rules, after.rules);
  return [
    ...diffGuards(before.guards ?? {}, after.guards ?? {}),
    ...diffWords(before.words ?? NO_WORDS, after.words ?? NO_WORDS),
    ...changed("pictures", before.look?.pictures, after.look?.pictures),
    ...after.rules.flatMap((rule): RulebookDifference[] => {
      const was = earlier.get(rule.id);
      if (!was) return [{ kind: "rule-added", rule }];
      return diffRules(was, rule, order).map((one) => ({ ...one, rule: rule.id, ruleName: rule.name }));
    }),
    ...before.rules.flatMap((rule): RulebookDifference[] =>
      later.has(rule.id) ? [] : [{ kind: "rule-removed", rule }],
    ),
    ...(order.aside.size > 0 ? [{ kind: "rules-aside", rules: order.aside.size } as const] : []),
  ];
}

/** What one rule says otherwise than before. */
function diffRules(before: Rule, after: Rule, { moved, aside }: OrderDifference): RuleDifference[] {
  const place = moved.get(after.id);
  const isPlaceTold = place !== undefined && (place.before !== place.after || before.priority === after.priority);
  const given = isPlaceTold || aside.has(after.id) ? { ...before, priority: after.priority } : before;
  const found: RuleDifference[] = [
    ...(isPlaceTold ? [{ kind: "moved", ...place } as const] : []),
    ...PLAIN_FIELDS.flatMap((kind) => changed(kind, given[kind], after[kind]) as RuleDifference[]),
    ...diffClauses(before.when, after.when),
    ...diffPaths(before.path, after.path),
  ];
  if (found.length > 0) return found;
  const editedAt = aside.has(after.id) ? after.editedAt : before.editedAt;
  return isSameDocument({ ...given, editedAt }, after) ? [] : [{ kind: "saved-again" }];
}

function diffGuards(before: GuardSettings, after: GuardSettings): RulebookDifference[] {
  return [
    ...changed("priceCapPercent", before.priceCapPercent, after.priceCapPercent),
    ...changed("marginFloorPercent", before.marginFloorPercent, after.marginFloorPercent),
    ...changed("offerAgainWhatWasBought", before.offerAgainWhatWasBought, after.offerAgainWhatWasBought),
  ];
}

const NO_WORDS: OfferWords = { headline: {}, reason: {} };

/** The headlines first, each by its language. */
function diffWords(before: OfferWords, after: OfferWords): RulebookDifference[] {
  return (["headline", "reason"] as const).flatMap((place) => {
    const languages = new Set([...Object.keys(before[place]), ...Object.keys(after[place])]);
    return [...languages]
      .sort()
      .flatMap((language) =>
        changed("words", before[place][language], after[place][language]).map((one) => ({ ...one, place, language })),
      );
  });
}

function changed<Kind extends string, Value>(kind: Kind, before: Value, after: Value): Changed<Kind, Value>[] {
  return isSameDocument(before, after) ? [] : [{ kind, before, after }];
}
