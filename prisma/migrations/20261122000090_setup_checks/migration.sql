-- What the setup looks like in Shopify, as it was looked at last, and since when the post-purchase page is silent. One row a
-- shop; NULL is not known.
CREATE TABLE "setup_checks" (
    "shop" TEXT NOT NULL,
    "page_chosen" BOOLEAN,
    "page_lost_at" TIMESTAMPTZ(3),
    "embed" TEXT,
    "silent_since" TIMESTAMPTZ(3),
    "silent_orders" INTEGER,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setup_checks_pkey" PRIMARY KEY ("shop")
);

ALTER TABLE "setup_checks" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY its_shop ON "setup_checks" USING (shop = nullif(current_setting('app.shop', true), ''))
  WITH CHECK (shop = nullif(current_setting('app.shop', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON setup_checks TO encore_app;

-- When a page asked for the last time.
CREATE INDEX "decisions_shop_surface_asked_at_idx" ON "decisions"("shop", "surface", "asked_at");
