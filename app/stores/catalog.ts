import type { CatalogProduct, Stock } from "#app/core/catalog/catalog.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { CATALOG_CHANNEL } from "./channels.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore, jsonToStore, storedAs } from "./stored-json.ts";

/** Our copy of the named products, or of all that we keep. A product that we don't keep is left out. */
export async function loadCatalog(tenant: Tenant, ids?: readonly ProductId[]): Promise<CatalogProduct[]> {
  const rows = await tenant.db.catalogProduct.findMany({
    where: { shop: tenant.shop, ...(ids && { product: { in: [...ids] } }) },
    orderBy: { product: "asc" },
    select: { document: true },
  });
  return rows.map((row) => storedAs<CatalogProduct>(row.document));
}

/** The ids, among these, that we keep a copy of: a webhook about any other product needs no work. */
export async function keptProducts(tenant: Tenant, ids: readonly ProductId[]): Promise<ProductId[]> {
  const rows = await tenant.db.catalogProduct.findMany({
    where: { shop: tenant.shop, product: { in: [...ids] } },
    select: { product: true },
  });
  return rows.map((row) => row.product as ProductId);
}

export interface ProductsReading {
  /** The "namespace.key" metafields that were asked for: any other is not known of these products. */
  readonly metafields?: readonly string[];
  /** Tells no process: `tellCatalogChanged` does, once after many pages. */
  readonly isQuiet?: boolean;
}

/**
 * Keeps these copies; one that is older than what we have (by Shopify's `updatedAt`) is left, one of the same moment
 * replaces it, since it was read later. Gives the ids that were replaced or are new.
 */
export async function saveProducts(
  tenant: Tenant,
  products: readonly CatalogProduct[],
  { metafields = [], isQuiet = false }: ProductsReading = {},
): Promise<ProductId[]> {
  if (products.length === 0) return [];
  const rows = products.map((product) => ({
    product: product.id,
    title: product.title,
    status: product.status,
    document: product,
    inventory_items: product.variants.map(({ inventoryItem }) => inventoryItem),
    updated_at: new Date(product.updatedAt),
  }));
  const saved = await tenant.db.$queryRaw<{ product: string }[]>`
    insert into catalog_products as kept
      (shop, product, title, status, document, inventory_items, metafields_read, updated_at)
    select ${tenant.shop}, told.product, told.title, told.status, told.document, told.inventory_items,
      ${[...metafields]}::text[], told.updated_at
    from jsonb_to_recordset(${jsonTextToStore(rows)}::jsonb)
      as told(product text, title text, status text, document jsonb, inventory_items text[], updated_at timestamptz)
    order by told.product
    on conflict (shop, product) do update set title = excluded.title, status = excluded.status,
      document = excluded.document, inventory_items = excluded.inventory_items,
      metafields_read = excluded.metafields_read, updated_at = excluded.updated_at
    where kept.updated_at <= excluded.updated_at
    returning product`;
  if (saved.length > 0 && !isQuiet) await tellCatalogChanged(tenant);
  return saved.map(({ product }) => product as ProductId);
}

/** Keeps what we knew of the product, as deleted. False when we keep no copy of it or it is marked already. */
export async function markDeleted(tenant: Tenant, id: ProductId, at: Instant): Promise<boolean> {
  const marked = await tenant.db.$executeRaw`
    update catalog_products set status = 'deleted', updated_at = greatest(updated_at, ${new Date(at)}),
      document = document || jsonb_build_object('status', 'deleted', 'updatedAt',
        greatest((document->>'updatedAt')::bigint, ${at}::bigint))
    where shop = ${tenant.shop} and product = ${id} and status <> 'deleted'`;
  if (marked > 0) await tellCatalogChanged(tenant);
  return marked > 0;
}

/**
 * What is left of an inventory item, as read from Shopify at `at`; an older reading than the last is left. Gives the
 * products whose variant it is: none when no rule speaks of them.
 */
export async function setStock(tenant: Tenant, inventoryItem: string, stock: Stock, at: Instant): Promise<ProductId[]> {
  const rows = await tenant.db.$queryRaw<
    { product: string; document: CatalogProduct; told: Record<string, Instant> }[]
  >`
    select product, document, stock_told_at as told from catalog_products
    where shop = ${tenant.shop} and inventory_items @> array[${inventoryItem}] for update`;
  const changed = rows.filter(({ told }) => (told[inventoryItem] ?? 0) <= at);
  for (const { product, document, told } of changed) {
    const variants = document.variants.map((variant) =>
      variant.inventoryItem === inventoryItem ? { ...variant, stock } : variant,
    );
    await tenant.db.catalogProduct.update({
      where: { shop_product: { shop: tenant.shop, product } },
      data: {
        document: jsonToStore({ ...document, variants }),
        stockToldAt: jsonToStore({ ...told, [inventoryItem]: at }),
      },
    });
  }
  if (changed.length > 0) await tellCatalogChanged(tenant);
  return changed.map(({ product }) => product as ProductId);
}

/** Tells every process, as the transaction commits, that our copy of the shop is another now. */
export async function tellCatalogChanged({ db, shop }: Tenant): Promise<void> {
  await db.$executeRaw`select pg_notify(${CATALOG_CHANNEL}, ${shop})`;
}
