import { rule } from "./read-rule.ts";
import { type Problem, Reading } from "./reading.ts";
import type { Rule, Rulebook } from "./rulebook.ts";
import { list, optional, percent, record, type Shape } from "./shapes.ts";

export type Validated<Key extends string, Value> =
  | ({ readonly kind: "valid" } & Readonly<Record<Key, Value>>)
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

const RULES_MOST = 10_000;

const guards = record("problem.part.guards", {
  priceCapPercent: optional(percent(0.01, 100, "problem.guards.price-cap")),
  marginFloorPercent: optional(percent(0, 100, "problem.guards.margin-floor")),
});

const format: Shape<1> = {
  read: (reading) => (reading.value === 1 ? 1 : reading.wrong("problem.rulebook.format")),
  schema: { const: 1 },
};

/** The whole document. */
export const rulebookShape: Shape<Rulebook> = record("problem.part.rulebook", {
  format,
  guards: optional(guards),
  rules: list(rule, {
    message: "problem.rulebook.rules",
    least: 0,
    most: RULES_MOST,
    distinct: {
      by: (item) => item.at("id").value,
      at: "id",
      message: (id) => ({ message: "problem.rulebook.twice", values: { id } }),
    },
  }),
});

/**
 * An untrusted document as a rulebook, or everything that is wrong with it: each problem with its path and what is wrong there. What
 * is valid comes back as it was written, but that what stands twice in a list of texts stands once, and currencies in capitals.
 */
export function validateRulebook(document: unknown): Validated<"rulebook", Rulebook> {
  const { read, problems } = readAll(rulebookShape, document);
  return read === undefined ? { kind: "invalid", problems } : { kind: "valid", rulebook: read };
}

/** One rule on its own, as the editor sends it; paths begin at the rule: "path.offer.quantityMost". */
export function validateRule(document: unknown): Validated<"rule", Rule> {
  const { read, problems } = readAll(rule, document);
  return read === undefined ? { kind: "invalid", problems } : { kind: "valid", rule: read };
}

function readAll<Value>(shape: Shape<Value>, document: unknown) {
  const reading = new Reading(document);
  return { read: shape.read(reading), problems: reading.problems };
}
