-- A merchant looks for "1043", "#1043" or "EN1043": the digits of an order's name are its number. A column of its own, set
-- before the row is written: under row-level security an index on a function that may tell what it sees is not used.
ALTER TABLE "orders" ADD COLUMN "number" TEXT;

CREATE FUNCTION encore_order_number(name text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$ SELECT left(regexp_replace(name, '\D', '', 'g'), 40) $$;

CREATE FUNCTION encore_number_order() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.number := encore_order_number(NEW.name);
  RETURN NEW;
END
$$;

CREATE TRIGGER number_before_write BEFORE INSERT OR UPDATE OF name ON "orders"
  FOR EACH ROW EXECUTE FUNCTION encore_number_order();

-- What is there already, each shop in turn. What became of an order has nothing to do with its number.
ALTER TABLE "orders" DISABLE TRIGGER outcomes_after_update;
DO $$
DECLARE
  known text;
BEGIN
  FOR known IN SELECT shop FROM shops LOOP
    PERFORM set_config('app.shop', known, true);
    UPDATE orders SET number = encore_order_number(name) WHERE shop = known;
  END LOOP;
  PERFORM set_config('app.shop', '', true);
END
$$;
ALTER TABLE "orders" ENABLE TRIGGER outcomes_after_update;

CREATE INDEX "orders_shop_number_created_at_order_id_idx" ON "orders"("shop", "number", "created_at" DESC, "order_id" DESC);

-- Lists of one outcome of one rule's orders.
CREATE INDEX "order_outcomes_shop_rule_outcome_created_at_order_id_idx"
  ON "order_outcomes"("shop", "rule", "outcome", "created_at" DESC, "order_id" DESC);
