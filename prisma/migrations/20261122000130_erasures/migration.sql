-- What a merchant has erased of orders and shoppers, last or now: a job deletes it some rows at a time. One row a shop.
CREATE TABLE "erasures" (
    "shop" TEXT NOT NULL,
    "run" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "before" TIMESTAMPTZ(3) NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("shop")
);

ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY its_shop ON "erasures" USING (shop = nullif(current_setting('app.shop', true), ''))
  WITH CHECK (shop = nullif(current_setting('app.shop', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON erasures TO encore_app;
