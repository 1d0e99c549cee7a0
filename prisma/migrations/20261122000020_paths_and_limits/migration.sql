-- Every value that deciding consulted: null where it was lost, or was not kept yet.
ALTER TABLE "decisions" ADD COLUMN "evidence" JSONB;

-- A yes has one item or, to a bundle, several; it is counted for its customer and for its rule.
ALTER TABLE "acceptances"
  ADD COLUMN "items" JSONB,
  ADD COLUMN "discount_minor" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "customer" TEXT;

ALTER TABLE "shopper_events" ADD COLUMN "rule" TEXT, ADD COLUMN "customer" TEXT;

-- What was kept so far, in the new words. Row-level security binds the owner too while it is forced.
ALTER TABLE "decisions" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "acceptances" NO FORCE ROW LEVEL SECURITY;

UPDATE "acceptances" SET
  "items" = jsonb_build_array(jsonb_build_object(
    'product', coalesce((
      SELECT made.document #>> '{offer,product}' FROM "decisions" made
      WHERE made.shop = "acceptances".shop AND made.decision = "acceptances".decision
    ), 'unknown'),
    'variant', "variant",
    'quantity', "quantity",
    'amount', jsonb_build_object('minor', "unit_minor" * "quantity", 'currency', "currency")
  )),
  "changes" = (
    SELECT jsonb_agg(
      CASE WHEN change ? 'discount' THEN jsonb_set(change, '{discount,kind}', '"percent"') ELSE change END ORDER BY place
    )
    FROM jsonb_array_elements("changes") WITH ORDINALITY AS told(change, place)
  );

UPDATE "decisions" SET "document" = CASE "kind"
  WHEN 'nothing' THEN "document" - 'verdicts'
  ELSE jsonb_build_object('kind', 'show', 'offer',
    ("document" -> 'offer') - '{product,productTitle,image,variants,discountPercent}'::text[] || jsonb_build_object(
      'kind', 'cross-sell',
      'arrangement', 'one-of',
      'products', jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
        'product', "document" #> '{offer,product}',
        'title', "document" #> '{offer,productTitle}',
        'image', "document" #> '{offer,image}',
        'pieces', 1,
        'variants', "document" #> '{offer,variants}'
      ))),
      'discount', CASE
        WHEN ("document" #>> '{offer,discountPercent}')::numeric > 0
          THEN jsonb_build_object('kind', 'percent', 'percent', "document" #> '{offer,discountPercent}')
        ELSE jsonb_build_object('kind', 'none')
      END
    ))
  END;

ALTER TABLE "decisions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "acceptances" FORCE ROW LEVEL SECURITY;

ALTER TABLE "acceptances"
  ALTER COLUMN "items" SET NOT NULL,
  ALTER COLUMN "discount_minor" DROP DEFAULT,
  DROP COLUMN "variant",
  DROP COLUMN "quantity",
  DROP COLUMN "unit_minor";

-- How far a rule has used up its limits, a row for each of the shop's own days.
CREATE TABLE "rule_uses" (
    "shop" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "accepts" INTEGER NOT NULL,
    "discount_minor" BIGINT NOT NULL,

    CONSTRAINT "rule_uses_pkey" PRIMARY KEY ("shop","rule","day","currency")
);

-- From when on a rule's failures in a row are counted: anew after each time that it was found paused.
CREATE TABLE "rule_runs" (
    "shop" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "counted_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_runs_pkey" PRIMARY KEY ("shop","rule")
);

CREATE INDEX "acceptances_shop_customer_idx" ON "acceptances"("shop", "customer");

CREATE INDEX "acceptances_shop_rule_accepted_at_idx" ON "acceptances"("shop", "rule", "accepted_at");

CREATE INDEX "shopper_events_shop_customer_idx" ON "shopper_events"("shop", "customer");

CREATE INDEX "shopper_events_shop_rule_kind_at_idx" ON "shopper_events"("shop", "rule", "kind", "at");

CREATE INDEX "earnings_shop_rule_at_idx" ON "earnings"("shop", "rule", "at");

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['rule_uses', 'rule_runs'] LOOP
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

GRANT SELECT, INSERT, UPDATE, DELETE ON rule_uses, rule_runs TO encore_app;

-- What was accepted and told still never changes; only whose it was can be taken out, when the customer asks for it.
GRANT UPDATE (customer) ON acceptances, shopper_events TO encore_app;
