import type { ShopNames } from "../rules/names.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import { parseInstant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** The value a condition compared, as it stands in a trace, for people: "line 2: Regency Teacup", "£44.25", "none". */
export function seenWords(was: unknown, names: ShopNames): string {
  const { say } = names;
  if (was === null || was === "") return say("engine.seen.none");
  if (typeof was === "boolean") return say(was ? "engine.seen.yes" : "engine.seen.no");
  if (Array.isArray(was)) {
    return was.length === 0 ? say("engine.seen.none") : was.map((each) => seenWords(each, names)).join(", ");
  }
  if (typeof was !== "object") return String(was);
  return isMoney(was) ? names.money(was) : recordWords(was as Readonly<Record<string, unknown>>, names);
}

function recordWords({ line, product, rule, ...others }: Readonly<Record<string, unknown>>, names: ShopNames): string {
  const { say } = names;
  const seen = [
    ...(product === undefined ? [] : [names.product(String(product) as ProductId)]),
    ...(rule === undefined ? [] : [names.rule(String(rule) as RuleId)]),
    ...Object.entries(others).map(([field, value]) => fieldWords(field, value, names)),
  ].join(", ");
  if (line === undefined) return seen;
  const number = Number(line);
  return seen === "" ? say("engine.seen.line", { line: number }) : say("engine.seen.line-of", { line: number, seen });
}

/** "type Cup", "answer declined", "when 2026-11-21" */
function fieldWords(name: string, value: unknown, names: ShopNames): string {
  const field = name.replace(/ ([a-z])/g, (_space, letter: string) => letter.toUpperCase());
  return names.say("engine.seen.field", { field, name, seen: valueWords(name, value, names) });
}

function valueWords(name: string, value: unknown, names: ShopNames): string {
  if (name === "answer") return names.say("engine.seen.answer", { answer: String(value) });
  const at = MOMENTS.has(name) && typeof value === "string" ? parseInstant(value) : undefined;
  return at === undefined ? seenWords(value, names) : names.day(at);
}

const MOMENTS: ReadonlySet<string> = new Set(["when", "last", "now"]);

function isMoney(value: object): value is Money {
  return "minor" in value && "currency" in value;
}
