import type { Surface } from "../facts/facts.ts";
import type { RuleId } from "../values/ids.ts";
import { readClause } from "./read-clause.ts";
import { readPath } from "./read-path.ts";
import { type Problem, Reading } from "./reading.ts";
import type { Rule, Rulebook } from "./rulebook.ts";

export type Validated<Key extends string, Value> =
  | ({ readonly kind: "valid" } & Readonly<Record<Key, Value>>)
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

const SURFACES: readonly Surface[] = ["cart", "checkout", "post-purchase", "thank-you", "order-status", "email"];
const RULES_MOST = 10_000;

/** An untrusted document as a rulebook, or everything that is wrong with it: each problem with its path and sentence. */
export function validateRulebook(document: unknown): Validated<"rulebook", Rulebook> {
  const reading = new Reading(document);
  reading.onlyFields(["format", "rules"]);
  if (reading.at("format").value !== 1) reading.at("format").wrong("The format must be 1.");
  const rules = (reading.at("rules").list("A rulebook has a list of rules.", RULES_MOST) ?? []).map(readRule);
  reportTwins(reading, rules);
  const { problems } = reading;
  return problems.length > 0
    ? { kind: "invalid", problems }
    : { kind: "valid", rulebook: { format: 1, rules: rules.filter((rule) => rule !== undefined) } };
}

/** One rule on its own, as the editor sends it; paths begin at the rule: "path.offer.quantityMost". */
export function validateRule(document: unknown): Validated<"rule", Rule> {
  const reading = new Reading(document);
  const rule = readRule(reading);
  return rule && reading.problems.length === 0
    ? { kind: "valid", rule }
    : { kind: "invalid", problems: reading.problems };
}

function readRule(reading: Reading): Rule | undefined {
  if (!reading.object("The rule")) return undefined;
  reading.onlyFields(["id", "name", "status", "surfaces", "when", "path", "priority", "editedAt"]);
  const id = readRuleId(reading.at("id"));
  const name = reading.at("name").text("Give the rule a name.", 120);
  const status = reading.at("status").oneOf(["draft", "active", "paused"], "A rule is a draft, active or paused.");
  const surfaces = readSurfaces(reading.at("surfaces"));
  const when = readClause(reading.at("when"));
  const path = readPath(reading.at("path"));
  const priority = reading.at("priority").wholeNumber(1, 10_000, "The priority is a whole number from 1 to 10,000.");
  const editedAt = reading
    .at("editedAt")
    .wholeNumber(0, Number.MAX_SAFE_INTEGER, "The moment of the last edit is missing (milliseconds since 1970).");
  const isWhole = id && name && status && surfaces && when && path && priority && editedAt !== undefined;
  return isWhole ? { id, name, status, surfaces, when, path, priority, editedAt } : undefined;
}

function readRuleId(reading: Reading): RuleId | undefined {
  const { value } = reading;
  return typeof value === "string" && /^[a-z0-9-]{1,64}$/.test(value)
    ? (value as RuleId)
    : reading.wrong("A rule's id is 1 to 64 small letters, digits and hyphens.");
}

function readSurfaces(reading: Reading): Surface[] | undefined {
  const items = reading.list("Say on which pages the rule speaks.", SURFACES.length);
  if (items?.length === 0) return reading.wrong("Choose at least one page for the rule to speak on.");
  const surfaces = items?.map((item) => item.oneOf(SURFACES, `A page is one of ${SURFACES.join(", ")}.`));
  return surfaces?.every((surface) => surface !== undefined) ? surfaces : undefined;
}

function reportTwins(reading: Reading, rules: readonly (Rule | undefined)[]): void {
  const seen = new Set<RuleId>();
  rules.forEach((rule, index) => {
    if (rule && seen.has(rule.id)) {
      reading.problems.push({ path: `rules[${index}].id`, sentence: `Another rule has the id "${rule.id}" already.` });
    }
    if (rule) seen.add(rule.id);
  });
}
