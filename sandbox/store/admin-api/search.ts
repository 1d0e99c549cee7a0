/**
 * A small part of Shopify's search language: words and `field:value` with `:`, `:>`, `:>=`, `:<`, `:<=`, `:*`, all of
 * which must hold; `OR` between groups. https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchIn<Item>(items: readonly Item[], query: string | null | undefined, fields: Fields<Item>): Item[] {
  const groups = (query ?? "")
    .split(/\s+OR\s+/)
    .map((group) => termsOf(group))
    .filter((terms) => terms.length > 0);
  if (groups.length === 0) return [...items];
  return items.filter((item) => groups.some((terms) => terms.every((term) => holds(item, term, fields))));
}

/** The values of an item by field; `default` are those that bare words are looked for in. Dates as ISO 8601. */
export type Fields<Item> = Readonly<Record<string, (item: Item) => readonly (string | number)[]>> & {
  readonly default: (item: Item) => readonly (string | number)[];
};

interface Term {
  readonly field: string | undefined;
  readonly compare: "=" | ">" | ">=" | "<" | "<=";
  readonly value: string;
}

function termsOf(text: string): Term[] {
  const found = text.matchAll(/(?:([a-z_]+):(>=|<=|>|<)?)?(?:"([^"]*)"|'([^']*)'|(\S+))/g);
  return [...found]
    .map(([, field, compare, double, single, bare]) => ({
      field,
      compare: (compare ?? "=") as Term["compare"],
      value: (double ?? single ?? bare ?? "").toLowerCase(),
    }))
    .filter(({ field, value }) => field !== undefined || value !== "and");
}

/** A field that is not searchable excludes nothing, as in Shopify's API. */
function holds<Item>(item: Item, { field, compare, value }: Term, fields: Fields<Item>): boolean {
  const values = field === undefined ? fields.default(item) : fields[field]?.(item);
  if (!values) return true;
  return values.some((found) => (compare === "=" ? matches(found, value, field) : isOrdered(found, compare, value)));
}

function matches(found: string | number, value: string, field: string | undefined): boolean {
  const text = String(found).toLowerCase();
  if (value === "*") return true;
  const pattern = value.replaceAll("*", "");
  if (field === undefined || value.includes("*")) return text.includes(pattern);
  return text === value || text.split(/\s+/).includes(value);
}

function isOrdered(found: string | number, compare: Exclude<Term["compare"], "=">, value: string): boolean {
  const [left, right] = typeof found === "number" ? [found, Number(value)] : [Date.parse(found), Date.parse(value)];
  if (compare === ">") return left > right;
  if (compare === ">=") return left >= right;
  return compare === "<" ? left < right : left <= right;
}
