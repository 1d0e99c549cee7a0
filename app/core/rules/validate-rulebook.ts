import type { Message } from "../values/say.ts";
import { offerWords } from "./read-offer.ts";
import { rule } from "./read-rule.ts";
import { type Problem, Reading } from "./reading.ts";
import type { Rule, Rulebook } from "./rulebook.ts";
import type { RulebookSettings } from "./rulebook-settings.ts";
import { list, optional, percent, record, type Shape } from "./shapes.ts";

export type Validated<Key extends string, Value> =
  | ({ readonly kind: "valid" } & Readonly<Record<Key, Value>>)
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

const RULES_MOST = 10_000;

const guards = record("problem.part.guards", {
  priceCapPercent: optional(percent(0.01, 100, "problem.guards.price-cap")),
  marginFloorPercent: optional(percent(0, 100, "problem.guards.margin-floor")),
  offerAgainWhatWasBought: optional(only(true, "problem.guards.offer-again")),
});

const look = record("problem.part.look", { pictures: optional(only("hidden", "problem.look.pictures")) });

const settings = { guards: optional(guards), words: optional(offerWords), look: optional(look) } as const;

const settingsShape: Shape<RulebookSettings> = record("problem.part.settings", settings);

/** The whole document. */
export const rulebookShape: Shape<Rulebook> = record("problem.part.rulebook", {
  format: only(1, "problem.rulebook.format"),
  ...settings,
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

/** What holds for every rule, on its own; paths begin there: "words.headline.en". */
export function validateSettings(document: unknown): Validated<"settings", RulebookSettings> {
  const { read, problems } = readAll(settingsShape, document);
  return read === undefined ? { kind: "invalid", problems } : { kind: "valid", settings: read };
}

function only<const Value extends string | number | boolean>(value: Value, message: Message): Shape<Value> {
  return {
    read: (reading) => (reading.value === value ? value : reading.wrong(message)),
    schema: { const: value },
  };
}

function readAll<Value>(shape: Shape<Value>, document: unknown) {
  const reading = new Reading(document);
  return { read: shape.read(reading), problems: reading.problems };
}
