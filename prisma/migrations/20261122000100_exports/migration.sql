-- A file that a merchant asked for, of each kind at most one. A job writes it page by page: each page is a piece, kept in
-- the transaction that moves the cursor on, so that whoever goes on with it writes none twice and leaves none out.
CREATE TABLE "exports" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "run" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" JSONB,
    "pieces" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("shop","kind")
);

-- "content" is gzip of its own: one after the other they are the whole file's.
CREATE TABLE "export_pieces" (
    "shop" TEXT NOT NULL,
    "run" TEXT NOT NULL,
    "piece" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_pieces_pkey" PRIMARY KEY ("shop","run","piece")
);

-- It is compressed already.
ALTER TABLE "export_pieces" ALTER COLUMN "content" SET STORAGE EXTERNAL;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['exports', 'export_pieces'] LOOP
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

GRANT SELECT, INSERT, UPDATE, DELETE ON exports TO encore_app;
-- A piece that was written stays as it is.
GRANT SELECT, INSERT, DELETE ON export_pieces TO encore_app;
