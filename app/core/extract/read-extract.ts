import { conditions } from "../rules/conditions/index.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import type { Extract, ExtractedRule, ShopExtract } from "./extract.ts";

/**
 * A product's part, from a metafield's JSON: undefined for what is missing, cut off, or written for a later release. Only
 * the app writes these, so what is in the lists is taken as it is; a rule that asks what this release does not know counts
 * as one that did not fit.
 */
export function readExtract(value: unknown): Extract | undefined {
  if (!isRecord(value) || value.format !== 1 || !Number.isSafeInteger(value.version)) return undefined;
  const { rules, products, collections, left } = value;
  if (![rules, products, collections].every(Array.isArray) || typeof left !== "number") return undefined;
  const part = value as unknown as Extract;
  const known = part.rules.filter(isKnown);
  if (known.length === part.rules.length) return part;
  return { ...part, rules: known, left: left + part.rules.length - known.length, leftFrom: 0 };
}

/** The shop's part, in the same way. */
export function readShopExtract(value: unknown): ShopExtract | undefined {
  const part = readExtract(value) as Partial<ShopExtract> | undefined;
  const isRead = isRecord(part?.shop) && typeof part.shop.currency === "string" && Array.isArray(part.asksApp);
  return isRead ? (part as ShopExtract) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isKnown(rule: ExtractedRule | undefined): boolean {
  try {
    return conditionsOf((rule as ExtractedRule).when).every(({ kind }) => Object.hasOwn(conditions, kind));
  } catch {
    // No rule at all.
    return false;
  }
}
