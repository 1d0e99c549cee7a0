import { FACT_NAMES, KNOWN_ON } from "../facts/fact-names.ts";
import type { Surface } from "../facts/facts.ts";
import type { ProductId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Told } from "../values/say.ts";
import { instantOfLocal } from "../values/shop-time.ts";
import { conditions } from "./conditions/index.ts";
import { conjunctsOf } from "./conjuncts.ts";
import { momentWords } from "./names.ts";
import { productsOf } from "./products-named.ts";
import type { Problem } from "./reading.ts";
import type { Clause, Path, ProductSource, Rule, Rulebook } from "./rulebook.ts";
import { abilitiesOn } from "./surfaces.ts";

/** The zone in which every day ends last: what is over there is over everywhere. */
const LAST_ZONE = "Etc/GMT+12";

/**
 * What a valid rulebook says that can never come true, to be told before it is published: none of it is an error. In the
 * order of the rules; archived ones are left out. Without the shop's zone a schedule counts as over when it is over
 * everywhere.
 */
export function findings(rulebook: Rulebook, now: Instant, timezone = LAST_ZONE): Problem[] {
  return rulebook.rules.flatMap((rule, index) => {
    if (rule.status === "archived") return [];
    const found = [
      ...rule.surfaces.flatMap((surface) => neverMatches(rule, surface)),
      ...scheduleIsOver(rule, now, timezone),
      ...rule.surfaces.flatMap((surface) => goesTooDeep(rule.path, "path", surface)),
      ...offersWhatIsThere(rule.path, "path", productsAlwaysBought(rule.when)),
    ];
    return found.map(({ path, ...told }) => ({ path: `rules[${index}].${path}`, ...told }));
  });
}

function neverMatches({ when }: Rule, surface: Surface): Problem[] {
  const missing = missingFor(when, true, surface);
  if (missing === undefined) return [];
  const where = { message: abilitiesOn(surface).where };
  return [{ path: "when", message: "engine.finding.never-matches", values: { where, missing } }];
}

/**
 * The facts without which the clause can never come out as `wanted` on the surface, "the payment method"; undefined where
 * it can. By Kleene: a part over an unknown fact is neither true nor false.
 */
function missingFor(clause: Clause, wanted: boolean, surface: Surface): Told | undefined {
  if ("kind" in clause) {
    const unknown = conditions[clause.kind].needs.filter((fact) => !KNOWN_ON[surface].has(fact));
    return joined(
      unknown.map((fact) => ({ message: FACT_NAMES[fact] })),
      "and",
    );
  }
  const parts = "all" in clause ? clause.all : "any" in clause ? clause.any : clause.none;
  const ofEach = "none" in clause ? !wanted : wanted;
  const isEachNeeded = "any" in clause ? !wanted : wanted;
  const missing = parts.flatMap((part) => missingFor(part, ofEach, surface) ?? []);
  if (isEachNeeded) return joined(missing, "and");
  return missing.length === parts.length ? joined(missing, "or") : undefined;
}

/** Each once: `missing` is said as "a", "a and b". */
function joined(missing: readonly Told[], last: "and" | "or"): Told | undefined {
  const list = [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
  return list.length < 2 ? list[0] : { message: "engine.listed", values: { items: { list, joined: last } } };
}

function scheduleIsOver({ schedule }: Rule, now: Instant, timezone: string): Problem[] {
  const until = schedule?.until;
  if (until === undefined || now < instantOfLocal(until, timezone)) return [];
  const values = { until: momentWords(until) };
  return [{ path: "schedule.until", message: "engine.finding.schedule-over", values }];
}

/** The first steps that the surface never comes to. */
function goesTooDeep(step: Path, place: string, surface: Surface, depth = 1): Problem[] {
  const { where, steps } = abilitiesOn(surface);
  return (["ifAccepted", "ifDeclined"] as const).flatMap((next) => {
    const after = step[next];
    if (!after) return [];
    if (depth < steps) return goesTooDeep(after, `${place}.${next}`, surface, depth + 1);
    const values = { where: { message: where }, steps };
    return [{ path: `${place}.${next}`, message: "engine.finding.too-deep", values }];
  });
}

/** Those without which the clause cannot hold. */
function productsAlwaysBought(when: Clause): ReadonlySet<ProductId> {
  const needed = conjunctsOf(when).flatMap((part) => {
    if (!("kind" in part) || part.kind !== "product" || part.lines === "none") return [];
    return part.lines === "all" || part.products.length === 1 ? part.products : [];
  });
  return new Set(needed);
}

function offersWhatIsThere(step: Path, place: string, bought: ReadonlySet<ProductId>): Problem[] {
  const after = (["ifAccepted", "ifDeclined"] as const).flatMap((next) => {
    const then = step[next];
    return then ? offersWhatIsThere(then, `${place}.${next}`, bought) : [];
  });
  if (!isAllBought(step.offer.source, bought)) return after;
  return [{ path: `${place}.offer.source`, message: "engine.finding.already-bought" }, ...after];
}

/** One item that was bought is enough to stop a bundle; of other sources any product that was not can be offered. */
function isAllBought(source: ProductSource, bought: ReadonlySet<ProductId>): boolean {
  const products = productsOf(source);
  if (source.kind === "bundle") return products.some((product) => bought.has(product));
  return products.length > 0 && products.every((product) => bought.has(product));
}
