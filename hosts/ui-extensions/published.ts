import published from "./published.generated.json" with { type: "json" };

/** What a prop takes: kinds of values, words, and patterns of texts (anchored regular expressions); any of them fits. */
export interface PropRule {
  readonly kinds?: readonly ("string" | "number" | "boolean" | "object" | "function")[];
  readonly words?: readonly (string | number | boolean)[];
  readonly patterns?: readonly string[];
}

export interface ElementRule {
  readonly props: Readonly<Record<string, PropRule>>;
  readonly events: readonly string[];
  readonly methods: readonly string[];
  /** The names its children may give as `slot`. */
  readonly slots: readonly string[];
}

/** One entry of the `shopify` global: a signal, a call, a plain value, or more entries. A "?" may be absent. */
export type ApiRule = "signal" | "signal?" | "call" | "call?" | "plain" | "plain?" | ApiRules;
export interface ApiRules {
  readonly [name: string]: ApiRule;
}

export interface TargetRules {
  readonly elements: Readonly<Record<string, ElementRule>>;
  readonly api: ApiRules;
}

/** An element whose props refer to `Published.rules` by place. */
export interface PublishedElement extends Omit<ElementRule, "props"> {
  readonly props: Readonly<Record<string, number>>;
}

/** As scripts/extract-ui-extensions.ts writes it. Elements differ by surface: a target names its surface's. */
export interface Published {
  /** Of the npm package @shopify/ui-extensions. */
  readonly version: string;
  readonly rules: readonly PropRule[];
  readonly surfaces: Readonly<Record<string, Readonly<Record<string, PublishedElement>>>>;
  readonly targets: Readonly<
    Record<string, { readonly surface: string; readonly elements: readonly string[]; readonly api: ApiRules }>
  >;
}

/** The elements and the API of one target; undefined for a target that the host does not know. */
export function rulesOf(target: string): TargetRules | undefined {
  const { rules, surfaces, targets } = published as unknown as Published;
  const known = targets[target];
  const surface = known && surfaces[known.surface];
  if (!surface) return undefined;
  const elements = Object.entries(surface)
    .filter(([tag]) => known.elements.includes(tag))
    .map(([tag, { props, ...rest }]): [string, ElementRule] => [
      tag,
      { props: Object.fromEntries(Object.entries(props).map(([name, place]) => [name, rules[place] ?? {}])), ...rest },
    ]);
  return { elements: Object.fromEntries(elements), api: known.api };
}

/** Whether a value may stand for a prop. Nothing (null, undefined) always may: it takes the prop away. */
export function fits(value: unknown, rule: PropRule): boolean {
  if (value === null || value === undefined) return true;
  if (rule.kinds?.some((kind) => kind === typeof value)) return true;
  if (rule.words?.some((word) => word === value)) return true;
  return typeof value === "string" && (rule.patterns?.some((pattern) => new RegExp(pattern).test(value)) ?? false);
}
