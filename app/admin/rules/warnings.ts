import { type CatalogProduct, canSell } from "#app/core/catalog/catalog.ts";
import { conjunctsOf } from "#app/core/rules/conjuncts.ts";
import { findings } from "#app/core/rules/findings.ts";
import type { BundleItem, NamedProduct, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";

type Known = ReadonlyMap<ProductId, CatalogProduct>;

/** What keeps a rule from doing what it says, each as a sentence with what to do about it; none when all is well. */
export function warningsOf(rule: Rule, known: Known): string[] {
  return [offerWarning(rule, known), triggerWarning(rule, known), ...surfaceWarnings(rule)].filter(
    (warning) => warning !== undefined,
  );
}

/** The pages that it stands on in vain, each with what it would need there. */
function surfaceWarnings(rule: Rule): string[] {
  // No moment is before 1970: schedules are told by the page that publishes.
  return findings({ format: 1, rules: [rule] }, 0)
    .filter(({ path }) => path.endsWith(".when"))
    .map((finding) => said(finding, sayInEnglish));
}

/** Of several products one that can be sold is enough; of a bundle all are needed. */
function offerWarning({ path, status }: Rule, known: Known): string | undefined {
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
): string | undefined {
  if (!product) {
    return ruleStatus === "active" ? "Encore has no copy of the offered product: publish this rule again." : undefined;
  }
  const { title } = product;
  if (product.status === "deleted") {
    return `The offered product was deleted: ${title}. Nothing is offered until you choose another.`;
  }
  if (product.status !== "active") {
    return `The offered product is ${product.status}: ${title}. It is offered again once it is active.`;
  }
  if (product.requiresSellingPlan) {
    return `The offered product is sold by subscription only: ${title}. Choose one that can be bought once.`;
  }
  const offered = product.variants.filter(({ id }) => !variants || variants.includes(id));
  if (offered.length === 0) return `The variants chosen of ${title} were deleted. Choose others.`;
  return offered.some(({ stock }) => canSell(stock, 1))
    ? undefined
    : `The offered product is sold out: ${title}. It is offered again once it is back in stock.`;
}

/** Of products without which the rule cannot fit. */
function triggerWarning({ when }: Rule, known: Known): string | undefined {
  const needed = conjunctsOf(when).flatMap((part) =>
    "kind" in part && part.kind === "product" && part.lines === "any" ? [part.products] : [],
  );
  return needed.map((triggers) => deletedWarning(triggers, known)).find((warning) => warning !== undefined);
}

function deletedWarning(triggers: readonly ProductId[], known: Known): string | undefined {
  const deleted = triggers.filter((id) => known.get(id)?.status === "deleted");
  if (deleted.length === 0) return undefined;
  if (deleted.length < triggers.length) {
    return `${deleted.length} of the ${triggers.length} products that set it off ${deleted.length === 1 ? "was" : "were"} deleted. The others still do.`;
  }
  return triggers.length === 1
    ? "The product that sets it off was deleted: no order can fit any more."
    : "All products that set it off were deleted: no order can fit any more.";
}
