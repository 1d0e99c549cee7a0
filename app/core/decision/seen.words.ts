import type { ShopNames } from "../rules/names.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import type { Money } from "../values/money.ts";

/** The value a condition compared, as it stands in a trace, for people: "line 2: Regency Teacup", "£44.25", "none". */
export function seenWords(was: unknown, names: ShopNames): string {
  if (was === null) return "none";
  if (typeof was === "boolean") return was ? "yes" : "no";
  if (Array.isArray(was)) return was.length === 0 ? "none" : was.map((each) => seenWords(each, names)).join(", ");
  if (typeof was !== "object") return String(was);
  return isMoney(was) ? names.money(was) : recordWords(was as Readonly<Record<string, unknown>>, names);
}

function recordWords({ line, product, rule, ...others }: Readonly<Record<string, unknown>>, names: ShopNames): string {
  const rest = Object.entries(others).map(([field, value]) => `${field} ${seenWords(value, names)}`);
  const whose = [
    ...(product === undefined ? [] : [names.product(String(product) as ProductId)]),
    ...(rule === undefined ? [] : [names.rule(String(rule) as RuleId)]),
    ...rest,
  ].join(", ");
  if (line === undefined) return whose;
  return whose === "" ? `line ${String(line)}` : `line ${String(line)}: ${whose}`;
}

function isMoney(value: object): value is Money {
  return "minor" in value && "currency" in value;
}
