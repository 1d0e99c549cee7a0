import type { CatalogProduct } from "../catalog/catalog.ts";
import type { ProductId } from "../values/ids.ts";
import type { Extract, ExtractedRule } from "./extract.ts";

export type PartOfCollection = Extract["collections"][number];

/** What one part is to be made of. */
export interface Wanted<Head> {
  /** What every part has, or the shop's alone. */
  readonly head: Head;
  /** In which collections the part's own product is: all of them, or nothing of the part can be relied on. */
  readonly memberships: readonly PartOfCollection[];
  /** As they stand, each with all that it offers and asks: it fits with these, or is left. */
  readonly rules: readonly WantedRule[];
  /** Products that rules of another part may ask about or offer, the most needed first: as many as fit. */
  readonly more: readonly CatalogProduct[];
  /** The priorities of rules that are left to the app whatever fits. */
  readonly left: readonly number[];
}

export interface WantedRule {
  readonly rule: ExtractedRule;
  readonly products: readonly CatalogProduct[];
  readonly collections: readonly PartOfCollection[];
}

/** Room for the names and numbers of a part that are not counted one by one. */
const ENVELOPE = 120;

/** The part with as much as fits into `bytesMost`, as JSON in UTF-8. */
export function fittedPart<Head extends Pick<Extract, "format" | "version">>(
  { head, memberships, rules, more, left }: Wanted<Head>,
  bytesMost: number,
): Head & Extract {
  const [own, ...others] = more;
  const taken = new Set<object>();
  let room = bytesMost - ENVELOPE - bytesOf(head);
  const take = (things: readonly object[]): boolean => {
    const fresh = new Set(things.filter((thing) => !taken.has(thing)));
    const bytes = [...fresh].reduce((total, thing) => total + bytesOf(thing) + 1, 0);
    if (bytes > room) return false;
    room -= bytes;
    for (const thing of fresh) taken.add(thing);
    return true;
  };
  const hasMemberships = take(memberships);
  if (own) take([own]);
  const fitting = rules.filter(({ rule, products, collections }) => take([rule, ...products, ...collections]));
  for (const product of others) take([product]);
  const missing = [...left, ...rules.filter((one) => !fitting.includes(one)).map(({ rule }) => rule.priority)];
  const isWhole = hasMemberships && missing.length === 0;
  return {
    ...head,
    rules: fitting.map(({ rule }) => rule),
    products: productsIn([...more, ...fitting.flatMap(({ products }) => products)], taken),
    collections: [...new Set([...memberships, ...fitting.flatMap(({ collections }) => collections)])].filter((one) =>
      taken.has(one),
    ),
    left: isWhole ? 0 : Math.max(missing.length, 1),
    ...(isWhole ? {} : { leftFrom: hasMemberships ? Math.min(...missing) : 0 }),
  };
}

function productsIn(wanted: readonly CatalogProduct[], taken: ReadonlySet<object>): CatalogProduct[] {
  const found = wanted.filter((product) => taken.has(product)).map((product) => [product.id, product] as const);
  return [...new Map<ProductId, CatalogProduct>(found).values()];
}

const sizes = new WeakMap<object, number>();

/** As JSON in UTF-8. Worked out once for each thing: most stand in many parts. */
export function bytesOf(value: object): number {
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let bytes = 0;
  for (const letter of JSON.stringify(value)) bytes += bytesOfLetter(letter.codePointAt(0) ?? 0);
  sizes.set(value, bytes);
  return bytes;
}

function bytesOfLetter(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
