import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../../facts/facts.ts";
import type { CollectionId, ProductId, RuleId, VariantId } from "../../values/ids.ts";
import { isolated } from "../../values/isolated.ts";
import type { Money } from "../../values/money.ts";
import type { Say } from "../../values/say.ts";
import type { Reading } from "../reading.ts";
import type { JsonSchema, Shape } from "../shapes.ts";
import type { Bounds } from "./bounds.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";

/** Names as the reader knows them: titles for ids, amounts in the reader's way of writing them. */
export interface Names {
  readonly product: (product: ProductId) => string;
  readonly variant: (variant: VariantId) => string;
  readonly collection: (collection: CollectionId) => string;
  readonly rule: (rule: RuleId) => string;
  readonly money: (amount: Money) => string;
  /** A day or a minute on the shop's clock, "2026-11-27" or "2026-11-27T09:00", in the reader's way of writing it. */
  readonly moment: (local: string) => string;
  /** "German" from "de", in the reader's language; the code itself where nobody names it. */
  readonly language: (code: string) => string;
  /** The reader's language. */
  readonly say: Say;
}

type SpecOf<Kind extends ConditionKind> = Extract<ConditionSpec, { kind: Kind }>;
type ParametersOf<Kind extends ConditionKind> = Omit<SpecOf<Kind>, "kind">;

/** What is said about a condition, kept apart from it so that what only decides leaves it out. */
export interface ConditionWords<Kind extends ConditionKind> {
  /** How each parameter is written. */
  readonly parameters: { readonly [Name in keyof ParametersOf<Kind>]-?: Shape<NonNullable<ParametersOf<Kind>[Name]>> };
  /** True where `atLeast` and `atMost` are a range: one of them must be there, and the first not above the second. */
  readonly bounds?: true;
  /** What one parameter alone cannot say, as `record` takes it: dates that end before they begin. */
  readonly across?: {
    readonly check: (parameters: Partial<ParametersOf<Kind>>, reading: Reading) => void;
    readonly schema?: JsonSchema;
  };
  /** Completes "an order that …". */
  readonly sentence: (spec: SpecOf<Kind>, names: Names) => string;
  /** The value that was compared, as JSON: what the explanation shows. Undefined where there was nothing to see. */
  readonly was: (spec: SpecOf<Kind>, facts: Facts, catalog: Catalog) => unknown;
}

/** "Teacup", "Teacup, Teapot", "Teacup, Teapot and 12 more" */
export function namesOf<Id>(ids: readonly Id[], nameOf: (id: Id) => string, say: Say, most = 5): string {
  const named = ids
    .slice(0, most)
    .map((id) => isolated(nameOf(id)))
    .join(", ");
  return ids.length > most ? say("engine.more", { named, count: ids.length - most }) : named;
}

/** What a text needs to say "Teacup" of one and "any of Teacup, Teapot" of several. */
export function counted<Id>(ids: readonly Id[], nameOf: (id: Id) => string, say: Say) {
  return { count: ids.length, named: namesOf(ids, nameOf, say) };
}

/** "\"tea\"" */
export function quotedBy(say: Say): (text: string) => string {
  return (text) => say("engine.quoted", { text });
}

/** "12.5%", and in German "12,5 %": as `Intl` writes a percentage in the language. */
export function percentWords(percent: number, say: Say): string {
  return say("engine.percent", { percent });
}

/** "at least £20.00", "at most 5", "between 2 and 5", "exactly 5" */
export function betweenWords<Value>(
  { atLeast, atMost }: { readonly atLeast?: Value | undefined; readonly atMost?: Value | undefined },
  write: (value: Value) => string,
  say: Say,
): string {
  const least = atLeast === undefined ? "" : write(atLeast);
  const most = atMost === undefined ? "" : write(atMost);
  const isOpen = least === "" || most === "";
  const shape = !isOpen ? (least === most ? "exactly" : "between") : least ? "least" : most ? "most" : "any";
  return say("engine.bounds", { shape, least, most });
}

/** What a text needs to say "at least 1 line", "between 1 and 3 lines". */
export function countBetween(bounds: Bounds, say: Say) {
  return {
    bounds: betweenWords(bounds, (number) => say("engine.number", { number }), say),
    count: bounds.atMost ?? bounds.atLeast ?? 0,
  };
}

/** The lines meant, as {line: 2, product: "1001"}; the first is line 1. */
export function linesWhere(facts: Facts, isMeant: (line: PurchaseLine) => boolean) {
  return facts.lines.flatMap((line, index) => (isMeant(line) ? [{ line: index + 1, product: line.product }] : []));
}
