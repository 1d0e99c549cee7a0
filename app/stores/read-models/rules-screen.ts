import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";
import type { ScreenShop } from "./screen-shop.ts";

/** All that the rules' pages show: what the merchant edits, what shoppers see, and our copy of the products named. */
export interface RulesScreen {
  readonly shop: ScreenShop;
  /** What is published, or an empty rulebook, as revision 0 when nothing was saved yet. */
  readonly draft: { readonly rulebook: Rulebook; readonly revision: number };
  readonly published?: { readonly rulebook: Rulebook; readonly version: number };
  /** Deleted ones too, with what we knew of them. */
  readonly products: readonly CatalogProduct[];
}

interface Row {
  readonly shop: ScreenShop;
  readonly draft: RulesScreen["draft"] | null;
  readonly published: RulesScreen["published"] | null;
  readonly products: readonly CatalogProduct[];
}

/** One query. The shop is one that was installed once: any other is our mistake. */
export async function loadRulesScreen({ shop, db }: Tenant): Promise<RulesScreen> {
  const [row] = await db.$queryRaw<Row[]>`
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      (select jsonb_build_object('rulebook', rulebook, 'revision', revision)
        from rulebook_drafts where shop = ${shop}) as draft,
      (select jsonb_build_object('rulebook', rulebook, 'version', version)
        from rulebook_versions where shop = ${shop} order by version desc limit 1) as published,
      (select coalesce(jsonb_agg(document order by product), '[]') from catalog_products where shop = ${shop}) as products
    from shops where shops.shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  const { published } = row;
  return {
    shop: row.shop,
    draft: row.draft ?? { rulebook: published?.rulebook ?? { format: 1, rules: [] }, revision: 0 },
    ...(published && { published }),
    products: row.products,
  };
}
