import {
  type Catalog,
  type CatalogCollection,
  type CatalogProduct,
  catalogOf,
  type ShopProfile,
} from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import { automaticDiscountsOf } from "#app/core/rules/automatic-discount.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { shopDataNeeded } from "#app/core/rules/shop-data-needed.ts";
import { isInTrial, type Shopper, type Trial } from "#app/core/rules/trial.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "./database.ts";
import { type LiveRow, liveOf } from "./rulebook-live.ts";

/** All that deciding for a shop needs, in memory: rulebook, profile and catalogue of one moment, compiled. Never changed. */
export interface LiveShop {
  readonly shop: Shop;
  readonly currency: Currency;
  /** What everyone is asked by who is not in a trial; 0 when nothing is published. */
  readonly rulebookVersion: number;
  readonly compiled: CompiledRulebook;
  readonly catalog: Catalog;
  readonly trial?: Trial;
  /** The rules whose discount at the checkout Shopify applies by itself, as they say it now, to everyone. */
  readonly automatic: ReadonlySet<RuleId>;
  /** The rulebook that this shopper is asked by. */
  compiledFor(shopper: Shopper): CompiledRulebook;
}

/** A live shop with what the next load needs not read again. */
export interface LoadedShop {
  readonly live: LiveShop;
  readonly snapshot: string;
  readonly rulebooks: ReadonlyMap<number, Rulebook>;
  readonly products: ReadonlyMap<ProductId, CopiedProduct>;
  readonly collections: ReadonlyMap<CollectionId, CatalogCollection>;
}

interface CopiedProduct {
  readonly product: CatalogProduct;
  /** The metafields that were asked for when it was read. */
  readonly metafields: readonly string[];
}

interface LiveShopRow extends Omit<LiveRow, "version"> {
  readonly currency: string;
  readonly timezone: string;
  readonly shipsTo: readonly string[] | null;
  readonly version: number | null;
  readonly snapshot: string;
  readonly rulebooks: readonly { readonly version: number; readonly rulebook: Rulebook }[];
  readonly products: readonly CopiedProduct[];
  readonly collections: readonly CatalogCollection[];
  /** Those that Shopify has made. */
  readonly discounts: readonly { readonly rule: RuleId; readonly digest: string }[];
}

const NOTHING_PUBLISHED: Rulebook = { format: 1, rules: [] };

/**
 * One statement, so one snapshot: a rulebook is never seen with the products of another moment. Of what `before` holds
 * only that is read which its snapshot could not see: a changed price in a shop of 10,000 products is one row.
 * Undefined when the shop hasn't the app.
 */
export async function loadLiveShop(
  database: Pick<Database, "inShop">,
  shop: Shop,
  before?: LoadedShop,
): Promise<LoadedShop | undefined> {
  const known = [...(before?.rulebooks.keys() ?? [])];
  const seen = before?.snapshot ?? null;
  const [row] = await database.inShop(
    shop,
    ({ db }) => db.$queryRaw<LiveShopRow[]>`
      select shops.currency, shops.timezone, shops.ships_to as "shipsTo", live.version,
        live.trial_version as "trialVersion", live.trial_percent as "trialPercent", live.trial_seed as "trialSeed",
        pg_current_snapshot()::text as snapshot,
        (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'rulebook', rulebook)), '[]')
          from rulebook_versions
          where shop = ${shop} and version in (live.version, live.trial_version) and version <> all(${known}::int[])
        ) as rulebooks,
        (select coalesce(jsonb_agg(jsonb_build_object('product', document, 'metafields', metafields_read)
            order by product collate "C"), '[]')
          from catalog_products
          where shop = ${shop} and (${seen}::text is null or not pg_visible_in_snapshot(changed_in, ${seen}::pg_snapshot))
        ) as products,
        (select coalesce(jsonb_agg(jsonb_build_object('id', collection, 'title', title, 'products', products,
            'updatedAt', encore_epoch_ms(updated_at)) order by collection collate "C"), '[]')
          from catalog_collections
          where shop = ${shop} and updated_at > to_timestamp(0)
            and (${seen}::text is null or not pg_visible_in_snapshot(changed_in, ${seen}::pg_snapshot))
        ) as collections,
        (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'digest', digest)), '[]')
          from automatic_discounts where shop = ${shop} and discount_id is not null
        ) as discounts
      from shops left join rulebook_live live on live.shop = shops.shop
      where shops.shop = ${shop} and shops.uninstalled_at is null`,
  );
  return row && loadedFrom(shop, row, before);
}

function loadedFrom(shop: Shop, row: LiveShopRow, before: LoadedShop | undefined): LoadedShop {
  const products = updated(before?.products, row.products, ({ product }) => product.id);
  const collections = updated(before?.collections, row.collections, ({ id }) => id);
  const { version, trial } = row.version === null ? { version: 0 } : liveOf({ ...row, version: row.version });
  const read = new Map(row.rulebooks.map(({ version, rulebook }) => [version, rulebook]));
  const rulebookOf = (number: number) => read.get(number) ?? before?.rulebooks.get(number) ?? NOTHING_PUBLISHED;
  const rulebooks = new Map([version, ...(trial ? [trial.version] : [])].map((number) => [number, rulebookOf(number)]));
  const catalog = catalogFor(profileIn(row), rulebooks, products, collections);
  const compiled = compile(rulebookOf(version), version, catalog);
  const tried = trial && compile(rulebookOf(trial.version), trial.version, catalog);
  const live: LiveShop = {
    shop,
    currency: catalog.shop.currency,
    rulebookVersion: version,
    compiled,
    catalog,
    ...(trial && { trial }),
    automatic: automaticIn([...rulebooks.values()], catalog.shop, row.discounts),
    compiledFor: (shopper) => (trial && tried && isInTrial(shop, trial, shopper) ? tried : compiled),
  };
  return { live, snapshot: row.snapshot, rulebooks, products, collections };
}

function automaticIn(
  rulebooks: readonly Rulebook[],
  { timezone }: ShopProfile,
  made: LiveShopRow["discounts"],
): ReadonlySet<RuleId> {
  const nameOf = ({ rule, digest }: LiveShopRow["discounts"][number]) => `${rule} ${digest}`;
  const digests = new Set(made.map(nameOf));
  const said = automaticDiscountsOf(rulebooks, timezone);
  return new Set(said.filter((discount) => digests.has(nameOf(discount))).map(({ rule }) => rule));
}

function profileIn({ currency, timezone, shipsTo }: LiveShopRow): ShopProfile {
  return { currency: currency as Currency, timezone, ...(shipsTo && { shipsTo }) };
}

/** A product whose copy was read before a rule asked for its metafield is left out: what it says there is not known. */
function catalogFor(
  shop: ShopProfile,
  rulebooks: ReadonlyMap<number, Rulebook>,
  products: LoadedShop["products"],
  collections: LoadedShop["collections"],
): Catalog {
  const { metafields } = shopDataNeeded([...rulebooks.values()].flatMap(({ rules }) => rules));
  const isWhole = (copied: CopiedProduct) => metafields.every((name) => copied.metafields.includes(name));
  const known = [...products.values()].filter(isWhole).map(({ product }) => product);
  return catalogOf(shop, known, collections.values());
}

/** In the order of the ids, whatever came when: the same rows make the same catalogue in every process. */
function updated<Id extends string, Entry>(
  before: ReadonlyMap<Id, Entry> | undefined,
  changed: readonly Entry[],
  idOf: (entry: Entry) => Id,
): ReadonlyMap<Id, Entry> {
  const added = changed.map((entry) => [idOf(entry), entry] as const);
  if (!before) return new Map(added);
  const isKnown = added.every(([id]) => before.has(id));
  const all = new Map([...before, ...added]);
  return isKnown ? all : new Map([...all].sort(([left], [right]) => (left < right ? -1 : 1)));
}
