import { discountOfCode } from "../../discounts/code-standing.ts";
import { statusOf } from "../../discounts/discount-class.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { StoredDiscount } from "../../state/discount.ts";
import type { ApiContext } from "../api-context.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { parseGid } from "../gid.ts";
import { automaticDiscountOf } from "../mutations/automatic-discounts.ts";
import { codeDiscountOf } from "../mutations/code-discounts.ts";
import { type Fields, searchIn } from "../search.ts";
import { automaticDiscountNode, codeDiscountNode, discountNode } from "./discount.ts";
import { type SortKey, sortedBy } from "./sorted-by.ts";

interface ListArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey: string;
}

/** Discounts by code, by id, and in lists. */
export const discountQueries = {
  codeDiscountNodeByCode({ code }: { code: string }, { engine }: ApiContext) {
    const discount = discountOfCode(engine, code);
    return discount ? codeDiscountNode(engine, discount) : null;
  },
  codeDiscountNode({ id }: { id: string }, { engine }: ApiContext) {
    const discount = codeDiscountOf(engine, id);
    return discount ? codeDiscountNode(engine, discount) : null;
  },
  automaticDiscountNode({ id }: { id: string }, { engine }: ApiContext) {
    const discount = automaticDiscountOf(engine, id);
    return discount ? automaticDiscountNode(engine, discount) : null;
  },
  discountNode({ id }: { id: string }, { engine }: ApiContext) {
    const wanted = parseGid(id)?.id;
    const discount = engine.state.discounts.find((known) => known.id === wanted);
    return discount ? discountNode(engine, discount) : null;
  },
  automaticDiscountNodes(args: ListArgs, { engine }: ApiContext) {
    const automatic = engine.state.discounts.filter(({ code }) => code === undefined);
    return connectionOf(
      listed(engine, automatic, args),
      args,
      ({ id }) => id,
      (discount) => automaticDiscountNode(engine, discount),
    );
  },
  discountNodes(args: ListArgs, { engine }: ApiContext) {
    return connectionOf(
      listed(engine, engine.state.discounts, args),
      args,
      ({ id }) => id,
      (discount) => discountNode(engine, discount),
    );
  },
  discountNodesCount({ query }: { query?: string | null }, { engine }: ApiContext) {
    return { count: searchIn(engine.state.discounts, query, fieldsOf(engine)).length, precision: "EXACT" };
  },
};

function listed(engine: Engine, discounts: readonly StoredDiscount[], { query, sortKey }: ListArgs): StoredDiscount[] {
  return sortedBy(searchIn(discounts, query, fieldsOf(engine)), SORTS[sortKey] ?? (({ id }) => id));
}

const SORTS: Readonly<Record<string, SortKey<StoredDiscount>>> = {
  CREATED_AT: (discount) => discount.createdAt,
  STARTS_AT: (discount) => discount.startsAt,
  ENDS_AT: (discount) => discount.endsAt ?? Number.MAX_SAFE_INTEGER,
  TITLE: (discount) => discount.title,
  UPDATED_AT: (discount) => discount.updatedAt,
};

const TYPES = { basic: "percentage", "free-shipping": "free_shipping", "buy-x-get-y": "bxgy" } as const;

/** https://shopify.dev/docs/api/admin-graphql/latest/queries/discountNodes */
function fieldsOf(engine: Engine): Fields<StoredDiscount> {
  return {
    default: ({ title, code }) => [title, code ?? ""],
    id: ({ id }) => [id],
    title: ({ title }) => [title],
    code: ({ code }) => [code ?? ""],
    method: ({ code }) => [code === undefined ? "automatic" : "code"],
    status: (discount) => [statusOf(discount, engine.now()).toLowerCase()],
    discount_type: ({ what }) => [TYPES[what.kind]],
    tag: ({ tags }) => tags,
    times_used: ({ uses }) => [uses.length],
    created_at: ({ createdAt }) => [isoSeconds(createdAt)],
    starts_at: ({ startsAt }) => [isoSeconds(startsAt)],
    updated_at: ({ updatedAt }) => [isoSeconds(updatedAt)],
  };
}
