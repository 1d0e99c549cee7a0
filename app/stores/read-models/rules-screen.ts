import { Prisma } from "@prisma/client";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { KeptDiscount } from "../automatic-discounts.ts";
import type { Tenant } from "../database.ts";
import type { ScreenShop } from "./screen-shop.ts";
import { isNamedIn, type Titles } from "./titles.ts";

/** All that the rules' pages show: what the merchant edits, what shoppers are asked by, and our copy of what is named. */
export interface RulesScreen {
  readonly shop: ScreenShop;
  /** What is published, or an empty rulebook, as revision 0 when nothing was saved yet. */
  readonly draft: { readonly rulebook: Rulebook; readonly revision: number };
  /** What everyone is asked by who is in no trial. */
  readonly published?: { readonly rulebook: Rulebook; readonly version: number };
  readonly trial?: RunningTrial;
  /** Those that the draft or what is published names; deleted ones too, with what we knew of them. */
  readonly products: readonly CatalogProduct[];
  readonly collections: Titles["collections"];
  /** The access scopes that the merchant granted. */
  readonly scopes: readonly string[];
  /** The automatic discounts of rules, as far as Shopify has answered. */
  readonly discounts: readonly KeptDiscount[];
}

/** A version that a share of the shoppers is asked by. */
export interface RunningTrial {
  readonly version: number;
  readonly percent: number;
}

interface Row extends Pick<RulesScreen, "shop" | "products" | "collections" | "scopes" | "discounts"> {
  readonly draft: RulesScreen["draft"] | null;
  readonly published: RulesScreen["published"] | null;
  readonly trial: RunningTrial | null;
}

/** One query. The shop is one that was installed once: any other is our mistake. */
export async function loadRulesScreen({ shop, db }: Tenant): Promise<RulesScreen> {
  const rulebooks = Prisma.sql`select rulebook from drafted union all select rulebook from live`;
  const [row] = await db.$queryRaw<Row[]>`
    with drafted as materialized (select rulebook, revision from rulebook_drafts where shop = ${shop}),
      live as materialized (
        select rulebook, version, trial_version, trial_percent
        from rulebook_live join rulebook_versions using (shop, version) where shop = ${shop}
      )
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      (select jsonb_build_object('rulebook', rulebook, 'revision', revision) from drafted) as draft,
      (select jsonb_build_object('rulebook', rulebook, 'version', version) from live) as published,
      (select jsonb_build_object('version', trial_version, 'percent', trial_percent) from live
        where trial_version is not null) as trial,
      (select coalesce(jsonb_agg(document order by product), '[]')
        from catalog_products where shop = ${shop} and ${isNamedIn(rulebooks)}) as products,
      (select coalesce(jsonb_agg(jsonb_build_object('id', collection, 'title', title) order by collection), '[]')
        from catalog_collections where shop = ${shop}) as collections,
      shops.scopes,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('rule', rule, 'digest', digest,
          'discountId', discount_id, 'refusal', refusal)) order by rule, digest), '[]')
        from automatic_discounts where shop = ${shop}) as discounts
    from shops where shops.shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  const { published, trial } = row;
  return {
    shop: row.shop,
    draft: row.draft ?? { rulebook: published?.rulebook ?? { format: 1, rules: [] }, revision: 0 },
    ...(published && { published }),
    ...(trial && { trial }),
    products: row.products,
    collections: row.collections,
    scopes: row.scopes,
    discounts: row.discounts,
  };
}
