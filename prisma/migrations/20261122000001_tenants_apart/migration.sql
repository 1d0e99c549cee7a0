-- The app's role: it owns nothing and row-level security binds it. Every pool takes it as it connects.
-- Roles belong to the whole cluster: another database of it (the shadow, a test's) may have made it already. Since
-- PostgreSQL 16 who creates a role may grant it, but may not take it: the owner grants it to itself. Where another login
-- made the role this one may not, but may have been given it: migrate.ts looks, and says what is missing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'encore_app') THEN
    CREATE ROLE encore_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  BEGIN
    EXECUTE format('GRANT encore_app TO %I', current_user);
  EXCEPTION WHEN insufficient_privilege THEN
    NULL;
  END;
END
$$;

GRANT USAGE ON SCHEMA public TO encore_app;

-- Outside the tenants' tables: app/stores/outside-tenants.ts has the reasons.
GRANT SELECT, INSERT, UPDATE, DELETE ON shops, "Session" TO encore_app;

-- A tenant's table shows and takes the rows of the shop that the transaction carries, and none when it carries none:
-- current_setting gives NULL before the first transaction of a connection and '' after it. FORCE binds the owner too.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'rulebook_drafts', 'rulebook_versions', 'catalog_products', 'decisions', 'acceptances', 'shopper_events',
    'webhook_events', 'orders', 'earnings'
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
  ON rulebook_drafts, catalog_products, decisions, webhook_events, orders TO encore_app;

-- What was published, accepted, told or booked never changes: it can only be erased with its shop or its customer.
GRANT SELECT, INSERT, DELETE ON rulebook_versions, acceptances, shopper_events, earnings TO encore_app;
