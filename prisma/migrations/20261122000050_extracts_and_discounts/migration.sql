-- What we keep in the shop's metafields: the row is there before Shopify is asked to write, so that no metafield is ever
-- forgotten. "digest" is '' while it is not known what stands there.
CREATE TABLE "extract_copies" (
    "shop" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "extract_copies_pkey" PRIMARY KEY ("shop","owner")
);

-- The Buy-X-get-Y discounts that Shopify applies for us: the row is there before Shopify is asked to make one, and
-- "discount_id" is NULL until it has answered. "refusal" is its no.
CREATE TABLE "automatic_discounts" (
    "shop" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "discount_id" TEXT,
    "refusal" TEXT,

    CONSTRAINT "automatic_discounts_pkey" PRIMARY KEY ("shop","rule","digest")
);

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['extract_copies', 'automatic_discounts'] LOOP
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

GRANT SELECT, INSERT, UPDATE, DELETE ON extract_copies, automatic_discounts TO encore_app;
