import type { RuleId } from "#app/core/values/ids.ts";

/** "Regency Teacup → Cakestand" → "regency-teacup-cakestand-3f9a1c": readable in a file, and no other rule's. */
export function newRuleId(name: unknown): RuleId {
  const slug = (typeof name === "string" ? name : "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return `${slug || "rule"}-${crypto.randomUUID().slice(0, 6)}` as RuleId;
}
