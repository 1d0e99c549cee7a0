import { GraphQLError } from "graphql";

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/** Shopify's largest page. */
const MOST_PER_PAGE = 250;

/**
 * A page of `items` as GraphQL sees a connection. Cursors name the item, so that a list that grows or shrinks between
 * two pages neither repeats nor skips. Throws Shopify's errors for pages nobody can have.
 */
export function connectionOf<Item, Node>(
  items: readonly Item[],
  args: PageArgs,
  idOf: (item: Item) => number | string,
  nodeOf: (item: Item) => Node,
) {
  const size = sizeOf(args);
  const ordered = args.reverse ? items.toReversed() : items;
  const ids = ordered.map((item) => String(idOf(item)));
  const from = args.after ? positionAfter(ids, args.after) : 0;
  const to = args.before ? positionOf(ids, args.before) : ordered.length;
  const start = args.first == null ? Math.max(from, to - size) : from;
  const end = args.first == null ? to : Math.min(to, from + size);
  const edges = ordered.slice(start, end).map((item, index) => ({
    cursor: cursorOf(ids[start + index] ?? "", start + index),
    node: nodeOf(item),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function sizeOf({ first, last }: PageArgs): number {
  if (first == null && last == null) throw badRequest("you must provide one of first or last");
  if (first != null && last != null) throw badRequest("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  if (size < 0) throw badRequest(`${first == null ? "last" : "first"} cannot be less than zero`);
  if (size > MOST_PER_PAGE) throw badRequest(`Page size of ${size} exceeds the maximum of ${MOST_PER_PAGE}`);
  return size;
}

interface Cursor {
  readonly id: string;
  readonly position: number;
}

function cursorOf(id: string, position: number): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: position })).toString("base64");
}

/** Where the item after the cursor stands; when the item is gone, where it stood. */
function positionAfter(ids: readonly string[], cursor: string): number {
  const { id, position } = readCursor(cursor);
  const found = ids.indexOf(id);
  return found === -1 ? position : found + 1;
}

function positionOf(ids: readonly string[], cursor: string): number {
  const { id, position } = readCursor(cursor);
  const found = ids.indexOf(id);
  return found === -1 ? position : found;
}

function readCursor(cursor: string): Cursor {
  try {
    const { last_id, last_value } = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    if (typeof last_id === "string" && typeof last_value === "number") return { id: last_id, position: last_value };
  } catch {
    // Falls through to the same refusal.
  }
  throw badRequest("Invalid cursor for current pagination sort.");
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
