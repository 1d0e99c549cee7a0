-- One purchase is offered something on several pages: what is decided, told and accepted names the page. All that was kept
-- so far was of the post-purchase page.
ALTER TABLE "decisions" ADD COLUMN "surface" TEXT NOT NULL DEFAULT 'post-purchase';

-- "bought_in": the order that its line arrived in, where the shopper bought it as any other line.
ALTER TABLE "acceptances"
  ADD COLUMN "surface" TEXT NOT NULL DEFAULT 'post-purchase',
  ADD COLUMN "bought_in" TEXT,
  DROP CONSTRAINT "acceptances_pkey",
  ADD CONSTRAINT "acceptances_pkey" PRIMARY KEY ("shop", "reference", "surface", "step");

ALTER TABLE "shopper_events"
  ADD COLUMN "surface" TEXT NOT NULL DEFAULT 'post-purchase',
  DROP CONSTRAINT "shopper_events_pkey",
  ADD CONSTRAINT "shopper_events_pkey" PRIMARY KEY ("shop", "reference", "surface", "step", "kind");

-- The codes that were made for an offer to one purchase: at most one set each. "codes" is NULL while they are being made;
-- "seed" is what they are made from, so that whoever finds a row without codes makes the same ones.
CREATE TABLE "offer_codes" (
    "shop" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "codes" TEXT[],
    "discounts" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_codes_pkey" PRIMARY KEY ("shop","reference","surface","rule","step")
);

CREATE INDEX "acceptances_shop_bought_in_idx" ON "acceptances"("shop", "bought_in");

ALTER TABLE "offer_codes" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY its_shop ON "offer_codes" USING (shop = nullif(current_setting('app.shop', true), ''))
  WITH CHECK (shop = nullif(current_setting('app.shop', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_codes TO encore_app;

-- What was accepted stays as it was; which order it came in is known later.
GRANT UPDATE (bought_in) ON acceptances TO encore_app;
