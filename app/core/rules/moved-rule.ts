import type { RuleId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Rule, Rulebook } from "./rulebook.ts";

/** What a rule's priority may be; 1 is asked first. */
const PRIORITY_MOST = 10_000;

/** What is left free behind the last, for rules that are put in between later. */
const GAP = 10;

/** A rule, and the priority it is to have from now on. */
export interface NewPriority {
  readonly rule: RuleId;
  readonly priority: number;
}

type Listed = Pick<Rule, "id" | "priority">;

/**
 * The priorities that change when a rule is moved: as few as can be, each apart from its neighbours', so that nothing
 * else decides between them. Rules of one priority stay of one priority where they move aside together.
 *
 * `list` is in the order in which the rules stand; `to` is the place that the rule has afterwards, 0 for the first, or the
 * nearest that there is. Empty where it stands there already; undefined where all 10,000 priorities are taken.
 */
export function movedRule(list: readonly Listed[], id: RuleId, to: number): readonly NewPriority[] | undefined {
  const from = list.findIndex((rule) => rule.id === id);
  const moved = list[from];
  const others = list.filter((_, place) => place !== from);
  const place = Math.min(Math.max(0, Math.trunc(to) || 0), others.length);
  if (!moved || place === from) return [];
  const before = others.slice(0, place).reverse();
  const after = others.slice(place);
  const ways = prioritiesToTry(before[0], moved, after[0]).flatMap((priority) => {
    const down = pushed(before, priority, -1);
    const up = pushed(after, priority, 1);
    const itself = priority === moved.priority ? [] : [{ rule: id, priority }];
    return down && up ? [[...down.reverse(), ...itself, ...up]] : [];
  });
  return ways.sort((left, right) => left.length - right.length)[0];
}

/** For a rule that is to be asked after all these: with a gap, as long as there is room for one. */
export function lastPriority(rules: readonly Pick<Rule, "priority">[]): number {
  return priorityBehind(rules.reduce((last, { priority }) => Math.max(last, priority), 0));
}

const priorityBehind = (last: number) => Math.min(last + GAP, Math.ceil((last + PRIORITY_MOST) / 2));

/**
 * The middle between its neighbours, so that there is room on both sides the next time. Without room: its own, or one of
 * those around, for pushing the neighbours farther than one takes more of them along.
 */
function prioritiesToTry(before: Listed | undefined, { priority: own }: Listed, after: Listed | undefined): number[] {
  const least = before?.priority ?? 0;
  if (!after && least < PRIORITY_MOST) return [priorityBehind(least)];
  const most = after?.priority ?? least + 1;
  if (most - least >= 2) return [Math.floor((least + most) / 2)];
  return [most, least, most + 1, least - 1, own].filter((priority) => priority >= 1 && priority <= PRIORITY_MOST);
}

/** Makes room beyond a priority, from there on: up or down, until a rule stands beyond by itself. */
function pushed(rules: readonly Listed[], beyond: number, step: 1 | -1): NewPriority[] | undefined {
  const changes: NewPriority[] = [];
  let last = { was: Number.NaN, is: beyond };
  for (const { id, priority } of rules) {
    if ((priority - last.is) * step > 0) break;
    const is = priority === last.was ? last.is : last.is + step;
    if (is < 1 || is > PRIORITY_MOST) return undefined;
    changes.push({ rule: id, priority: is });
    last = { was: priority, is };
  }
  return changes;
}

/**
 * The rulebook with those priorities, which are in the order of the list. They count as edited now, the first of them
 * last: among rules of one priority that is what tells them apart, and they stay as they stood.
 */
export function withPriorities(rulebook: Rulebook, changes: readonly NewPriority[], now: Instant): Rulebook {
  const changed = new Map(changes.map(({ rule, priority }, place) => [rule, { priority, place }]));
  const edited = rulebook.rules.flatMap(({ id, editedAt }) => (changed.has(id) ? [editedAt] : []));
  const first = edited.reduce((latest, at) => Math.max(latest, at + 1), now);
  const rules = rulebook.rules.map((rule) => {
    const change = changed.get(rule.id);
    if (!change) return rule;
    return { ...rule, priority: change.priority, editedAt: first + changes.length - 1 - change.place };
  });
  return { ...rulebook, rules };
}
