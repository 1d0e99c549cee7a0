/** One place where two JSON values differ; a side is absent where it has nothing there. */
export interface JsonDifference {
  /** "offer.products[0].variants[0].offerPrice.minor", "" for the whole. */
  readonly path: string;
  readonly left?: unknown;
  readonly right?: unknown;
}

/** Where two JSON values differ, in the order of the left one's fields; the order of fields itself means nothing. */
export function differencesBetween(left: unknown, right: unknown, path = ""): JsonDifference[] {
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) =>
      differencesBetween(left[index], right[index], `${path}[${index}]`),
    ).flat();
  }
  if (isRecord(left) && isRecord(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
      differencesBetween(left[name], right[name], path === "" ? name : `${path}.${name}`),
    );
  }
  if (Object.is(left, right)) return [];
  return [{ path, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
