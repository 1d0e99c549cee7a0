import type { RuleId } from "../values/ids.ts";
import { asListed, inListingOrder, standingByRule } from "./listing-order.ts";
import type { Rule } from "./rulebook.ts";

/** What is otherwise in the order in which rules are asked, told by as few of them as can be. */
export interface OrderDifference {
  /** Those that were moved, each with its place among all that are listed: 1 is asked first. */
  readonly moved: ReadonlyMap<RuleId, PlaceChange>;
  /** Those that only made room: their priority is another one, and they stand among the others as before. */
  readonly aside: ReadonlySet<RuleId>;
}

export interface PlaceChange {
  readonly before: number;
  readonly after: number;
}

/** Of rules that are listed in both, archived ones are not. One rule whose priority was changed made room for none. */
export function orderDifference(before: readonly Rule[], after: readonly Rule[]): OrderDifference {
  const standings = standingsOf(before.filter(isListed), after.filter(isListed));
  const stayed = mostThatStayed(standings);
  const moved = standings.filter((one) => !stayed.has(one));
  const aside = [...stayed].filter(({ rule, was }) => rule.priority !== was.priority);
  const makesRoom = moved.length > 0 || aside.length > 1;
  return {
    moved: moved.length === 0 ? new Map() : placesOf(moved, before, after),
    aside: new Set(makesRoom ? aside.map(({ rule }) => rule.id) : []),
  };
}

const isListed = ({ status }: Rule) => status !== "archived";

/** A rule that is in both, with its rank among those; rules between which nothing of their own decides share one. */
interface Standing {
  readonly rule: Rule;
  readonly was: Rule;
  readonly before: number;
  readonly after: number;
}

function standingsOf(before: readonly Rule[], after: readonly Rule[]): Standing[] {
  const earlier = new Map(before.map((rule) => [rule.id, rule]));
  const common = after.filter(({ id }) => earlier.has(id));
  const now = ranksOf(common);
  const then = ranksOf(common.map(({ id }) => earlier.get(id) as Rule));
  return common.map((rule) => ({
    rule,
    was: earlier.get(rule.id) as Rule,
    before: then.get(rule.id) as number,
    after: now.get(rule.id) as number,
  }));
}

function ranksOf(rules: readonly Rule[]): ReadonlyMap<RuleId, number> {
  const listed = rules.map(asListed).sort(standingByRule);
  let rank = 0;
  return new Map(
    listed.map((one, index) => {
      const above = listed[index - 1];
      if (above && standingByRule(above, one) !== 0) rank += 1;
      return [one.rule.id, rank];
    }),
  );
}

/** The most rules of which each two stand to one another as before; of as many, those whose priority stayed too. */
function mostThatStayed(standings: readonly Standing[]): ReadonlySet<Standing> {
  const stayed = new Set<Standing>();
  for (let run = heaviestRun(groupsOf(standings), standings.length); run; run = run.behind) {
    for (const one of run.group.members) stayed.add(one);
  }
  return stayed;
}

/** Rules that stood and stand level with each other. */
interface Group {
  readonly before: number;
  readonly after: number;
  readonly members: Standing[];
}

/** By the rank before, and of one rank the last after first: no two of those rise. */
function groupsOf(standings: readonly Standing[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of standings) {
    const { before, after } = one;
    const key = `${before} ${after}`;
    const group = groups.get(key);
    if (group) group.members.push(one);
    else groups.set(key, { before, after, members: [one] });
  }
  return [...groups.values()].sort((left, right) => left.before - right.before || right.after - left.after);
}

/** The end of a run of groups that rise before and after. */
interface Run {
  readonly group: Group;
  readonly weight: number;
  readonly behind: Run | undefined;
}

/** The heaviest run: by its number of rules, then by how many of them have the priority that they had. */
function heaviestRun(groups: readonly Group[], rules: number): Run | undefined {
  const runs = new HeaviestBelow(rules);
  for (const group of groups) {
    const unchanged = group.members.filter(({ rule, was }) => rule.priority === was.priority).length;
    const behind = runs.below(group.after);
    const weight = (behind?.weight ?? 0) + group.members.length * (rules + 1) + unchanged;
    runs.add({ group, weight, behind });
  }
  return runs.below(rules);
}

/** The heaviest of the runs that end below a rank, in some 14 steps for 10,000 rules: a Fenwick tree. */
class HeaviestBelow {
  readonly #heaviest: (Run | undefined)[];

  constructor(ranks: number) {
    this.#heaviest = Array.from({ length: ranks + 1 });
  }

  add(run: Run): void {
    for (let at = run.group.after + 1; at < this.#heaviest.length; at += at & -at) {
      if (run.weight > (this.#heaviest[at]?.weight ?? 0)) this.#heaviest[at] = run;
    }
  }

  below(rank: number): Run | undefined {
    let found: Run | undefined;
    for (let at = rank; at > 0; at -= at & -at) {
      const run = this.#heaviest[at];
      if (run && run.weight > (found?.weight ?? 0)) found = run;
    }
    return found;
  }
}

function placesOf(
  moved: readonly Standing[],
  before: readonly Rule[],
  after: readonly Rule[],
): ReadonlyMap<RuleId, PlaceChange> {
  const [then, now] = [before, after].map(
    (rules) => new Map(inListingOrder(rules.filter(isListed)).map(({ id }, index) => [id, index + 1])),
  ) as [Map<RuleId, number>, Map<RuleId, number>];
  return new Map(
    moved.map(({ rule: { id } }) => [id, { before: then.get(id) as number, after: now.get(id) as number }]),
  );
}
