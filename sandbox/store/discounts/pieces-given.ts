import type { Engine } from "../engine.ts";
import type { DiscountWhat } from "../state/discount.ts";
import { CHEAPEST_ARE_GIVEN } from "./doubts.ts";
import { isEntitled, type LineToDiscount } from "./purchase-to-discount.ts";

type BuyXGetY = Extract<DiscountWhat, { readonly kind: "buy-x-get-y" }>;

/**
 * How many pieces of each line a Buy X get Y discount is given on. A piece that counts as bought is not given; see
 * doubts.ts for which is which where a line could be both.
 */
export function piecesGiven(engine: Engine, what: BuyXGetY, lines: readonly LineToDiscount[]): number[] {
  const buys = lines.map((line) => isEntitled(engine, what.buys.items, line));
  const gets = lines.map((line) => isEntitled(engine, what.gets.items, line));
  const left = lines.map(({ quantity }) => quantity);
  const given = lines.map(() => 0);
  const cheapestFirst = lines.map((_, index) => index).sort((one, other) => priceAt(one) - priceAt(other));
  const inOrder = CHEAPEST_ARE_GIVEN ? cheapestFirst : cheapestFirst.toReversed();
  const toGive = preferring(inOrder, (index) => !buys[index]).filter((index) => gets[index]);
  const toBuy = preferring(inOrder.toReversed(), (index) => !gets[index]).filter((index) => buys[index]);

  for (let uses = 0; uses < (what.usesPerOrder ?? Number.POSITIVE_INFINITY); uses += 1) {
    const now = [...left];
    const taken = take(now, toGive, what.gets.quantity);
    if (!taken || !take(now, toBuy, what.buys.quantity)) break;
    for (const [index, count] of taken) given[index] = (given[index] ?? 0) + count;
    left.splice(0, left.length, ...now);
  }
  return given;

  function priceAt(index: number): number {
    return lines[index]?.unitPrice.minor ?? 0;
  }
}

/** Takes so many pieces from the lines in this order; undefined (and `left` of no more use) when there are too few. */
function take(left: number[], order: readonly number[], quantity: number): Map<number, number> | undefined {
  const taken = new Map<number, number>();
  let missing = quantity;
  for (const index of order) {
    const count = Math.min(missing, left[index] ?? 0);
    if (count === 0) continue;
    left[index] = (left[index] ?? 0) - count;
    taken.set(index, count);
    missing -= count;
  }
  return missing === 0 ? taken : undefined;
}

function preferring(indexes: readonly number[], isPreferred: (index: number) => boolean): number[] {
  return [...indexes.filter(isPreferred), ...indexes.filter((index) => !isPreferred(index))];
}
