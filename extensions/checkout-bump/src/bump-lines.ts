import { MARK_ATTRIBUTE, type Mark, parseMark } from "#app/core/extract/mark.ts";
import type { Money } from "#app/core/values/money.ts";
import { idIn } from "#extensions/shared/surface/gid.ts";
import type { PageLine, SurfacePage } from "#extensions/shared/surface/page.ts";
import { moneyOf } from "#extensions/shared/surface/page-money.ts";

/** A line of the checkout that this bump put there, on this page or before it was opened again. */
export interface BumpLine {
  readonly line: PageLine;
  readonly mark: Mark;
}

/** Read anew for every change: Shopify's ids of lines don't stay. */
export function bumpLines({ lines }: SurfacePage): BumpLine[] {
  return lines.value.flatMap((line) => {
    const mark = markOf(line);
    return mark ? { line, mark } : [];
  });
}

/** What the shopper put there: a bump is decided for these. */
export function shoppersOwn({ lines }: SurfacePage): PageLine[] {
  return lines.value.filter((line) => !markOf(line));
}

/** What they cost in the checkout as it is now. */
export function paidFor([first, ...more]: readonly BumpLine[]): Money | undefined {
  if (!first) return undefined;
  const { minor, currency } = moneyOf(first.line.cost.totalAmount);
  return { minor: more.reduce((sum, { line }) => sum + moneyOf(line.cost.totalAmount).minor, minor), currency };
}

export function itemsIn(lines: readonly BumpLine[]): { variantId: string; quantity: number }[] {
  return lines.flatMap(({ line }) => {
    const variantId = idIn(line.merchandise.id);
    return variantId === undefined ? [] : { variantId, quantity: line.quantity };
  });
}

function markOf({ attributes }: PageLine): Mark | undefined {
  const text = attributes.find(({ key }) => key === MARK_ATTRIBUTE)?.value;
  const mark = text === undefined ? undefined : parseMark(text);
  return mark?.surface === "checkout" ? mark : undefined;
}
