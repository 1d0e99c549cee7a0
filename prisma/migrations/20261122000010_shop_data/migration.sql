-- Where the shop ships to (NULL: not known yet), and whether it had no order when the app came: then what we hold of a
-- customer's orders is all there is.
ALTER TABLE "shops" ADD COLUMN "ships_to" TEXT[], ADD COLUMN "began_empty" BOOLEAN NOT NULL DEFAULT false;

-- Which "namespace.key" metafields were asked for when the copy was read: one that was not asked for is not known.
-- changed_in is the transaction that wrote the row last: a process that holds a copy asks for what its last snapshot
-- could not see, and is never told by a clock. https://www.postgresql.org/docs/18/functions-info.html
ALTER TABLE "catalog_products"
  ADD COLUMN "metafields_read" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- Collections that rules speak of.
CREATE TABLE "catalog_collections" (
    "shop" TEXT NOT NULL,
    "collection" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "products" TEXT[] NOT NULL,
    "with_products" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_since" TIMESTAMPTZ(6),
    "changed_in" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "catalog_collections_pkey" PRIMARY KEY ("shop","collection")
);

-- The pass that copies every product of a shop, page by page; a shop whose rules need no such copy has no row.
CREATE TABLE "catalog_copies" (
    "shop" TEXT NOT NULL,
    "metafields" TEXT[] NOT NULL,
    "cursor" TEXT,
    "products_read" INTEGER NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalog_copies_pkey" PRIMARY KEY ("shop")
);

-- Products to be read again.
CREATE TABLE "stale_products" (
    "shop" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stale_products_pkey" PRIMARY KEY ("shop","product")
);

-- Each order of a customer as far as history needs it, whether a checkout of ours came before it or not.
CREATE TABLE "customer_orders" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_orders_pkey" PRIMARY KEY ("shop","order_id")
);

CREATE TABLE "customer_histories" (
    "shop" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "orders" JSONB NOT NULL,
    "tags" TEXT[],
    "orders_in_shopify" INTEGER,
    "is_complete" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_histories_pkey" PRIMARY KEY ("shop","customer")
);

-- Which version is asked, and which one is being tried by a share of the shoppers.
CREATE TABLE "rulebook_live" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "trial_version" INTEGER,
    "trial_percent" INTEGER,
    "trial_seed" INTEGER,

    CONSTRAINT "rulebook_live_pkey" PRIMARY KEY ("shop"),
    CONSTRAINT "a_trial_is_whole" CHECK ((trial_version IS NULL) = (trial_percent IS NULL)
      AND (trial_version IS NULL) = (trial_seed IS NULL) AND trial_percent BETWEEN 1 AND 99)
);

-- Who made what live, and when.
CREATE TABLE "rulebook_events" (
    "shop" TEXT NOT NULL,
    "event" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "percent" INTEGER,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_events_pkey" PRIMARY KEY ("shop","event")
);

CREATE INDEX "customer_orders_shop_customer_at_idx" ON "customer_orders"("shop", "customer", "at" DESC);
CREATE INDEX "catalog_collections_shop_stale_since_idx" ON "catalog_collections"("shop", "stale_since");
CREATE INDEX "stale_products_shop_marked_at_idx" ON "stale_products"("shop", "marked_at");

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'catalog_collections', 'catalog_copies', 'stale_products', 'customer_orders', 'customer_histories', 'rulebook_live',
    'rulebook_events'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY its_shop ON %I USING (shop = nullif(current_setting(''app.shop'', true), ''''))
         WITH CHECK (shop = nullif(current_setting(''app.shop'', true), ''''))',
      tenant_table
    );
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE
  ON catalog_collections, catalog_copies, stale_products, customer_orders, customer_histories, rulebook_live TO encore_app;
-- What happened stays as it was: it can only be erased with its shop.
GRANT SELECT, INSERT, DELETE ON rulebook_events TO encore_app;

CREATE FUNCTION encore_changed_now() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END
$$;

CREATE TRIGGER changed_now BEFORE INSERT OR UPDATE ON catalog_products
  FOR EACH ROW EXECUTE FUNCTION encore_changed_now();
CREATE TRIGGER changed_now BEFORE INSERT OR UPDATE ON catalog_collections
  FOR EACH ROW EXECUTE FUNCTION encore_changed_now();

-- Shops from before: the latest version is the live one; copies of products get the fields they lack, empty, and are
-- marked to be read again. The job that reads them is asked for where the jobs' tables are there already.
DO $$
DECLARE
  known text;
BEGIN
  FOR known IN SELECT shop FROM shops LOOP
    PERFORM set_config('app.shop', known, true);
    INSERT INTO rulebook_live (shop, version)
      SELECT shop, max(version) FROM rulebook_versions WHERE shop = known GROUP BY shop;
    INSERT INTO rulebook_events (shop, event, kind, version, by, at)
      SELECT shop, row_number() OVER (ORDER BY version), 'published', version, published_by, published_at
      FROM rulebook_versions WHERE shop = known;
    UPDATE catalog_products SET document =
      '{"type": "", "vendor": "", "tags": [], "metafields": {}, "components": [], "complementary": []}' || document
      WHERE shop = known;
    INSERT INTO stale_products (shop, product, marked_at)
      SELECT shop, product, now() FROM catalog_products WHERE shop = known;
    IF FOUND AND to_regnamespace('graphile_worker') IS NOT NULL THEN
      PERFORM encore_enqueue('refresh-products', '{}', 'refresh-products:products', NULL);
    END IF;
  END LOOP;
  PERFORM set_config('app.shop', '', true);
END
$$;
