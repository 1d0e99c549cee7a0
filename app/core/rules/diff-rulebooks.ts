import { diffClauses } from "./diff-clauses.ts";
import { diffPaths } from "./diff-paths.ts";
import type { GuardSettings, OfferWords, Rule, Rulebook } from "./rulebook.ts";
import { type Changed, PLAIN_FIELDS, type RulebookDifference, type RuleDifference } from "./rulebook-difference.ts";
import { isSameDocument } from "./same-document.ts";

/**
 * What is otherwise in `after` than in `before`: what holds for every rule, the rules of `after` in their order (which means nothing
 * itself), then those that are gone. The same each time; nothing where the documents say the same.
 */
export function diffRulebooks(before: Rulebook, after: Rulebook): RulebookDifference[] {
  const earlier = new Map(before.rules.map((rule) => [rule.id, rule]));
  const later = new Set(after.rules.map(({ id }) => id));
  return [
    ...diffGuards(before.guards ?? {}, after.guards ?? {}),
    ...diffWords(before.words ?? NO_WORDS, after.words ?? NO_WORDS),
    ...changed("pictures", before.look?.pictures, after.look?.pictures),
    ...after.rules.flatMap((rule): RulebookDifference[] => {
      const was = earlier.get(rule.id);
      if (!was) return [{ kind: "rule-added", rule }];
      return diffRules(was, rule).map((one) => ({ ...one, rule: rule.id, ruleName: rule.name }));
    }),
    ...before.rules.flatMap((rule): RulebookDifference[] =>
      later.has(rule.id) ? [] : [{ kind: "rule-removed", rule }],
    ),
  ];
}

/** What one rule says otherwise than before. */
function diffRules(before: Rule, after: Rule): RuleDifference[] {
  const found: RuleDifference[] = [
    ...PLAIN_FIELDS.flatMap((kind) => changed(kind, before[kind], after[kind]) as RuleDifference[]),
    ...diffClauses(before.when, after.when),
    ...diffPaths(before.path, after.path),
  ];
  return found.length === 0 && !isSameDocument(before, after) ? [{ kind: "saved-again" }] : found;
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
