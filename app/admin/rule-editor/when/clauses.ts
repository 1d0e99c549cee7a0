import type { RuleDocument } from "../editing.tsx";
import { listOf, type Place, valueAt, withValueAt } from "../places.ts";

export const GROUPS = ["all", "any", "none"] as const;
export type Group = (typeof GROUPS)[number];

/** What a group says of its parts; undefined for what is no group, such as a condition. */
export function groupIn(clause: unknown): Group | undefined {
  return GROUPS.find((group) => typeof clause === "object" && clause !== null && group in clause);
}

/** Where the parts of the group at `place` stand: "when" → "when.all". */
export function partsPlace(document: RuleDocument, place: Place): Place {
  return `${place}.${groupIn(valueAt(document, place)) ?? "all"}`;
}

export function partsAt(document: RuleDocument, list: Place): readonly unknown[] {
  const parts = valueAt(document, list);
  return Array.isArray(parts) ? parts : [];
}

/** The group says something else of the same parts. */
export function regrouped(document: RuleDocument, place: Place, group: Group): RuleDocument {
  return withValueAt(document, place, { [group]: partsAt(document, partsPlace(document, place)) });
}

export function withPart(document: RuleDocument, list: Place, part: unknown): RuleDocument {
  return withValueAt(document, `${list}[${partsAt(document, list).length}]`, part);
}

/** Where a part comes to stand, and the document in which it does. */
export interface Moved {
  readonly document: RuleDocument;
  readonly place: Place;
}

/** One place up or down in its group; undefined where there is none. */
export function movedBy(document: RuleDocument, place: Place, by: -1 | 1): Moved | undefined {
  const { list, index, parts } = around(document, place);
  const [part, other] = [parts[index], parts[index + by]];
  if (other === undefined) return undefined;
  const swapped = parts.with(index, other).with(index + by, part);
  return { document: withValueAt(document, list, swapped), place: `${list}[${index + by}]` };
}

/** In a group of its own, where it stands. */
export function wrapped(document: RuleDocument, place: Place): Moved {
  return {
    document: withValueAt(document, place, { any: [valueAt(document, place)] }),
    place: `${place}.any[0]`,
  };
}

/** At the end of the group that stands before it; undefined where a condition does, or nothing. */
export function movedIn(document: RuleDocument, place: Place): Moved | undefined {
  const { list, index, parts } = around(document, place);
  const group = groupIn(parts[index - 1]);
  if (!group) return undefined;
  const inside = `${list}[${index - 1}].${group}`;
  const moved = withPart(document, inside, parts[index]);
  return {
    document: withValueAt(moved, place, undefined),
    place: `${inside}[${partsAt(document, inside).length}]`,
  };
}

/** Behind the group that it stands in, which goes where nothing is left in it; undefined at the root. */
export function movedOut(document: RuleDocument, place: Place): Moved | undefined {
  const { list, index, parts } = around(document, place);
  const group = groupOf(list);
  if (listOf(group) === undefined) return undefined;
  const outer = around(document, group);
  const left = parts.toSpliced(index, 1);
  const inside = valueAt(document, group);
  const rest = left.length > 0 ? [{ ...(inside as object), [nameOf(list)]: left }] : [];
  return {
    document: withValueAt(document, outer.list, outer.parts.toSpliced(outer.index, 1, ...rest, parts[index])),
    place: `${outer.list}[${outer.index + rest.length}]`,
  };
}

/** Without the part, and without the groups that hold nothing else; `place` is where the next one stands now, or its list. */
export function removed(document: RuleDocument, place: Place): Moved {
  const { list, index, parts } = around(document, place);
  const group = groupOf(list);
  if (parts.length === 1 && listOf(group) !== undefined) return removed(document, group);
  const next = parts.length > 1 ? `${list}[${Math.min(index, parts.length - 2)}]` : list;
  return { document: withValueAt(document, place, undefined), place: next };
}

/** "when.all[1].any" is a list of the group "when.all[1]". */
function groupOf(list: Place): Place {
  return list.slice(0, list.lastIndexOf("."));
}

const nameOf = (list: Place) => list.slice(list.lastIndexOf(".") + 1);

function around(document: RuleDocument, place: Place) {
  const list = listOf(place) ?? place;
  return { list, index: Number(/\[(\d+)\]$/.exec(place)?.[1]), parts: partsAt(document, list) };
}
