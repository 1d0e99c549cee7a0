-- As it was, and: an order that is being erased is waited for, and has no row to be made when it has gone. Without it whoever
-- told something of such an order at that moment was refused, since a row lives only as long as its order.
CREATE OR REPLACE FUNCTION encore_keep_outcomes(purchases text[], of_orders text[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  of_shop text := nullif(current_setting('app.shop', true), '');
  theirs text[];
  to_make text[];
BEGIN
  IF of_shop IS NULL THEN
    RETURN;
  END IF;
  SELECT coalesce(array_agg(DISTINCT reference), '{}') INTO theirs FROM (
    SELECT unnest(purchases) AS reference
    UNION SELECT reference FROM unnest(of_orders) AS asked(id) JOIN orders ON shop = of_shop AND order_id = asked.id
  ) AS named;
  PERFORM encore_lock_outcomes(of_shop, theirs);
  SELECT array_agg(order_id), coalesce(array_agg(DISTINCT reference), '{}') INTO to_make, theirs FROM (
    SELECT order_id, reference FROM unnest(theirs) AS named(id) JOIN orders ON shop = of_shop AND reference = named.id
    UNION SELECT orders.order_id, orders.reference FROM unnest(purchases) AS named(id)
      JOIN acceptances AS yeses ON yeses.shop = of_shop AND yeses.reference = named.id
      JOIN orders ON orders.shop = of_shop AND orders.order_id = yeses.bought_in
  ) AS its;
  IF to_make IS NULL THEN
    RETURN;
  END IF;
  PERFORM encore_lock_outcomes(of_shop, theirs);
  PERFORM FROM orders WHERE shop = of_shop AND order_id = ANY (to_make) ORDER BY order_id FOR KEY SHARE;
  INSERT INTO order_outcomes AS kept SELECT * FROM encore_outcome_of(of_shop, to_make) ORDER BY order_id
  ON CONFLICT (shop, order_id) DO UPDATE SET created_at = excluded.created_at, outcome = excluded.outcome,
    surface = excluded.surface, rule = excluded.rule, seen_at = excluded.seen_at, answered_at = excluded.answered_at,
    surfaces = excluded.surfaces
  WHERE (kept.*) IS DISTINCT FROM (excluded.*);
END
$$;
