import type { ApiRule, ApiRules } from "./published.ts";

/** Compressed bytes that Shopify takes at a deploy, measured as it does: with zlib's deflate. */
const BUNDLE_BYTES_MOST = 64 * 1024;

type Values = Readonly<Record<string, unknown>>;

/**
 * What a page gives that the target has not, a sentence each: such a page would prove what Shopify's does not do.
 * `i18n` and all of `extension` but its `editor` are the host's own.
 */
export function unknownToTarget(rules: ApiRules, values: Values, calls: Values): string[] {
  return [
    ...valuePaths(rules, values)
      .filter(([path, rule]) => isCall(rule) || rule === undefined || /^(i18n\.|extension\.(?!editor$))/.test(path))
      .map(([path]) => `there is no value ${path} to give to the target`),
    ...Object.keys(calls)
      .filter((path) => !isCall(ruleAt(rules, path)) || path.startsWith("i18n."))
      .map((path) => `there is no call ${path} to answer for the target`),
  ];
}

/** A sentence when the bundle is larger than a deploy takes. */
export async function tooLarge(source: string): Promise<string | undefined> {
  const compressed = new Blob([source]).stream().pipeThrough(new CompressionStream("deflate"));
  const { byteLength } = await new Response(compressed).arrayBuffer();
  return byteLength > BUNDLE_BYTES_MOST
    ? `the bundle is ${byteLength} bytes compressed: Shopify takes no more than ${BUNDLE_BYTES_MOST}`
    : undefined;
}

function valuePaths(rules: ApiRules, values: Values, above = ""): [path: string, rule: ApiRule | undefined][] {
  return Object.entries(values).flatMap(([name, value]): [string, ApiRule | undefined][] => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const path = above + name;
    if (typeof rule !== "object" || typeof value !== "object" || value === null) return [[path, rule]];
    return valuePaths(rule, value as Values, `${path}.`);
  });
}

function ruleAt(rules: ApiRules, path: string): ApiRule | undefined {
  return path
    .split(".")
    .reduce<ApiRule | undefined>((rule, name) => (typeof rule === "object" ? rule[name] : undefined), rules);
}

function isCall(rule: ApiRule | undefined): boolean {
  return typeof rule === "string" && rule.startsWith("call");
}
