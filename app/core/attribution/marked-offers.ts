import type { Catalog } from "../catalog/catalog.ts";
import type { Mark } from "../extract/mark.ts";
import type { Offer, Path } from "../rules/rulebook.ts";
import type { ProductId, VariantId } from "../values/ids.ts";
import { unreachable } from "../values/invariant.ts";
import type { OrderAsRead, OrderLine } from "./attribution.ts";

/** What it takes to tell whether a mark speaks true. */
export interface MarkedOffers extends Pick<Catalog, "products" | "collections"> {
  /** What the marked rule offered at the marked step, in the rulebook's version of the mark: see `offersAt`. */
  readonly offersOf: (mark: Mark) => readonly Offer[];
  /** The lines of the purchase that the mark names, where that is another one than the order's own; absent: not known. */
  readonly purchaseOf?: (mark: Mark) => readonly Pick<OrderLine, "product" | "variant">[] | undefined;
}

/** The offers that can stand at this step of a path, 1 being its first: after either answer to the one before. */
export function offersAt({ offer, ifAccepted, ifDeclined }: Path, step: number): Offer[] {
  if (step === 1) return [offer];
  return [ifAccepted, ifDeclined].flatMap((next) => (next ? offersAt(next, step - 1) : []));
}

/** Whether the marked offer had the line's variant. */
export function isOffered(line: OrderLine, mark: Mark, order: OrderAsRead, marked: MarkedOffers): boolean {
  return marked.offersOf(mark).some(({ source }) => {
    switch (source.kind) {
      case "named":
      case "choice":
        return source.products.some(({ product, variants }) =>
          variants ? isAmong(line, variants) : isOf(line, product, marked),
        );
      case "bundle":
        return source.items.some(({ product, variant }) =>
          variant === undefined ? isOf(line, product, marked) : line.variant === variant,
        );
      case "collection":
        return (marked.collections.get(source.collection)?.products ?? []).some((one) => isOf(line, one, marked));
      case "same-again":
      case "from-purchase":
        return purchaseOf(line, mark, order, marked).some(({ variant }) => variant === line.variant);
      case "complementary":
        return purchaseOf(line, mark, order, marked).some(({ product }) =>
          complementaryTo(product, marked).some((one) => isOf(line, one, marked)),
        );
      case "suggestions":
      case "next-journey-step":
        // Nothing has been learned or planned yet: nothing was offered.
        return false;
      default:
        return unreachable(source);
    }
  });
}

function isAmong({ variant }: OrderLine, variants: readonly VariantId[]): boolean {
  return variant !== undefined && variants.includes(variant);
}

/** As the order tells it; of a product that was deleted since, as our copy had it. */
function isOf(line: OrderLine, product: ProductId, { products }: MarkedOffers): boolean {
  if (line.product !== undefined) return line.product === product;
  return products.get(product)?.variants.some(({ id }) => id === line.variant) ?? false;
}

/** What was in the purchase when the offer was made: the rest of this order, or the purchase before it. */
function purchaseOf(
  line: OrderLine,
  mark: Mark,
  order: OrderAsRead,
  marked: MarkedOffers,
): readonly Pick<OrderLine, "product" | "variant">[] {
  return marked.purchaseOf?.(mark) ?? order.lines.filter(({ id, mark }) => id !== line.id && mark === undefined);
}

function complementaryTo(product: ProductId | undefined, { products }: MarkedOffers): readonly ProductId[] {
  return product === undefined ? [] : (products.get(product)?.complementary ?? []);
}
