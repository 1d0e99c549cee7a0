import { Prisma } from "@prisma/client";
import type { TitledProduct } from "#app/core/rules/names.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { CollectionId, ProductId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";
import { jsonTextToStore } from "../stored-json.ts";

/** What our copy of the shop calls the things that rulebooks speak of; what it has no copy of is not here. */
export interface Titles {
  readonly products: readonly (TitledProduct & { readonly id: ProductId })[];
  readonly collections: readonly { readonly id: CollectionId; readonly title: string }[];
}

/** One query, for rulebooks that may be nowhere in the database. */
export async function loadTitles({ shop, db }: Tenant, rulebooks: readonly Rulebook[]): Promise<Titles> {
  const [row] = await db.$queryRaw<{ titles: Titles }[]>`
    with given as materialized (
      select rulebook from jsonb_array_elements(${jsonTextToStore(rulebooks)}::jsonb) as rulebook
    )
    select ${titlesNamedIn(shop, Prisma.sql`select rulebook from given`)} as titles`;
  invariant(row, "a select of one value gives a row");
  return row.titles;
}

/** `Titles` as one JSON value. `rulebooks` selects them, a column named `rulebook`. */
export function titlesNamedIn(shop: string, rulebooks: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'products', (select coalesce(jsonb_agg(jsonb_build_object('id', product, 'title', title, 'variants',
        (select coalesce(jsonb_agg(jsonb_build_object('id', variant -> 'id', 'title', variant -> 'title')), '[]')
          from jsonb_array_elements(document -> 'variants') as variant)) order by product), '[]')
      from catalog_products where shop = ${shop} and ${isNamedIn(rulebooks)}),
    'collections', (select coalesce(jsonb_agg(jsonb_build_object('id', collection, 'title', title) order by collection), '[]')
      from catalog_collections where shop = ${shop}))`;
}

/** Whether a row of `catalog_products` is a product that one of the rulebooks names, itself or by a variant. */
export function isNamedIn(rulebooks: Prisma.Sql): Prisma.Sql {
  const named = (path: string) => Prisma.sql`select id #>> '{}' from (${rulebooks}) as named,
    jsonb_path_query(rulebook, ${path}::jsonpath) as id`;
  const variants = named('$.rules[*].**?(@.kind == "variant").variants[*]');
  return Prisma.sql`(product in (${named("$.rules[*].**.product")} union ${named("$.rules[*].**.products[*]")})
    or exists (${variants}) and exists (select from jsonb_array_elements(document -> 'variants') as variant
      where variant ->> 'id' in (${variants})))`;
}
