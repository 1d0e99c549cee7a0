import { type CatalogProduct, canSell } from "#app/core/catalog/catalog.ts";
import { conjunctsOf } from "#app/core/rules/conjuncts.ts";
import { findings } from "#app/core/rules/findings.ts";
import type { BundleItem, NamedProduct, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";

type Known = ReadonlyMap<ProductId, CatalogProduct>;

/** What keeps a rule from doing what it says, each with what to do about it; none when all is well. */
export function warningsOf(rule: Rule, known: Known): Told[] {
  return [offerWarning(rule, known), triggerWarning(rule, known), ...surfaceWarnings(rule)].filter(
    (warning) => warning !== undefined,
  );
}

/** The pages that it stands on in vain, each with what it would need there. */
function surfaceWarnings(rule: Rule): Told[] {
  // No moment is before 1970: schedules are told by the page that publishes.
  return findings({ format: 1, rules: [rule] }, 0)
    .filter(({ path }) => path.endsWith(".when"))
    .map(({ path: _place, ...finding }) => finding);
}

/** Of several products one that can be sold is enough; of a bundle all are needed. */
function offerWarning({ path, status }: Rule, known: Known): Told | undefined {
  const { source } = path.offer;
  const warning = (product: ProductId, variants?: readonly VariantId[]) =>
    productWarning(known.get(product), variants, status);
  switch (source.kind) {
    case "named":
    case "choice": {
      const warnings = source.products.map(({ product, variants }: NamedProduct) => warning(product, variants));
      return warnings.includes(undefined) ? undefined : warnings[0];
    }
    case "bundle":
      return source.items
        .map(({ product, variant }: BundleItem) => warning(product, variant && [variant]))
        .find((one) => one !== undefined);
    default:
      return undefined;
  }
}

function productWarning(
  product: CatalogProduct | undefined,
  variants: readonly VariantId[] | undefined,
  ruleStatus: Rule["status"],
): Told | undefined {
  if (!product) return ruleStatus === "active" ? { message: "rule.warning.no-copy" } : undefined;
  const values = { title: product.title };
  if (product.status !== "active") return { message: `rule.warning.${product.status}`, values };
  if (product.requiresSellingPlan) return { message: "rule.warning.subscription", values };
  const offered = product.variants.filter(({ id }) => !variants || variants.includes(id));
  if (offered.length === 0) return { message: "rule.warning.variants-deleted", values };
  return offered.some(({ stock }) => canSell(stock, 1)) ? undefined : { message: "rule.warning.sold-out", values };
}

/** Of products without which the rule cannot fit. */
function triggerWarning({ when }: Rule, known: Known): Told | undefined {
  const needed = conjunctsOf(when).flatMap((part) =>
    "kind" in part && part.kind === "product" && part.lines === "any" ? [part.products] : [],
  );
  return needed.map((triggers) => deletedWarning(triggers, known)).find((warning) => warning !== undefined);
}

function deletedWarning(triggers: readonly ProductId[], known: Known): Told | undefined {
  const deleted = triggers.filter((id) => known.get(id)?.status === "deleted").length;
  const all = triggers.length;
  if (deleted === 0) return undefined;
  return deleted < all
    ? { message: "rule.warning.triggers-deleted", values: { deleted, all } }
    : { message: "rule.warning.trigger-deleted", values: { all } };
}
