-- Why Shopify opens no post-purchase page for such an order, where the order itself says it: `PageBarrier` of
-- app/core/attribution/order-outcome.ts. Of orders from before it is not known until they are read again.
ALTER TABLE "orders" ADD COLUMN "page_barrier" TEXT;

-- What became of each order: `OrderOutcome` of app/core/attribution/order-outcome.ts. A row lives as long as its order.
CREATE TABLE "order_outcomes" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "surface" TEXT,
    "rule" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "surfaces" TEXT[] NOT NULL DEFAULT '{}',

    CONSTRAINT "order_outcomes_pkey" PRIMARY KEY ("shop", "order_id"),
    CONSTRAINT "order_outcomes_shop_order_id_fkey" FOREIGN KEY ("shop", "order_id")
      REFERENCES "orders" ("shop", "order_id") ON DELETE CASCADE
);

-- Lists of one outcome or one rule, and counts of a period.
CREATE INDEX "order_outcomes_shop_outcome_created_at_order_id_idx"
  ON "order_outcomes"("shop", "outcome", "created_at" DESC, "order_id" DESC);
CREATE INDEX "order_outcomes_shop_rule_created_at_order_id_idx"
  ON "order_outcomes"("shop", "rule", "created_at" DESC, "order_id" DESC);
CREATE INDEX "order_outcomes_shop_created_at_outcome_idx" ON "order_outcomes"("shop", "created_at", "outcome");
-- What was earned in a period, whatever the rule.
CREATE INDEX "earnings_shop_at_idx" ON "earnings"("shop", "at");

-- Few yeses are bought in another order, and no other question is to be answered by going through them.
DROP INDEX "acceptances_shop_bought_in_idx";
CREATE INDEX "acceptances_shop_bought_in_idx" ON "acceptances"("shop", "bought_in") WHERE bought_in IS NOT NULL;

ALTER TABLE "order_outcomes" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY its_shop ON "order_outcomes" USING (shop = nullif(current_setting('app.shop', true), ''))
  WITH CHECK (shop = nullif(current_setting('app.shop', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON order_outcomes TO encore_app;

-- The rows of these orders, from scratch: nothing of what is kept in order_outcomes is looked at. What stood is told as
-- app/stores/read-models/orders-screen.ts tells it.
CREATE FUNCTION encore_outcome_of(of_shop text, of_orders text[]) RETURNS SETOF order_outcomes
LANGUAGE sql STABLE
AS $$
  SELECT orders.shop, orders.order_id, orders.created_at,
    CASE
      WHEN yes.at IS NOT NULL AND told.applied = 'unprocessed'
        AND NOT EXISTS (SELECT FROM earnings WHERE shop = of_shop AND order_id = orders.order_id) THEN 'not-added'
      WHEN yes.at IS NOT NULL THEN 'accepted'
      WHEN told.declined_at IS NOT NULL THEN 'declined'
      WHEN told.seen_at IS NOT NULL THEN 'seen'
      WHEN EXISTS (SELECT FROM acceptances WHERE shop = of_shop AND bought_in = orders.order_id
        AND reference <> orders.reference AND surface NOT IN ('cart', 'checkout')) THEN 'from-offer'
      WHEN decided.kind = 'show' AND decided.surface <> 'post-purchase' THEN 'not-looked-at'
      WHEN page.kind = 'nothing' THEN replace(page.document ->> 'reason', 'foreign-currency', 'second-currency')
      WHEN orders.page_barrier IS NOT NULL THEN orders.page_barrier
      WHEN page.kind = 'show' THEN 'not-opened'
      WHEN decided.surface NOT IN ('cart', 'checkout')
        THEN replace(decided.document ->> 'reason', 'foreign-currency', 'second-currency')
      ELSE 'not-asked'
    END,
    coalesce(yes.surface, told.surface, decided.surface),
    coalesce(yes.rule, told.rule, decided.document #>> '{offer,rule}'),
    coalesce(told.seen_at, told.declined_at, yes.at),
    coalesce(yes.at, told.declined_at),
    coalesce((SELECT array_agg(DISTINCT pages.surface ORDER BY pages.surface) FROM (
      SELECT surface FROM decisions WHERE shop = of_shop AND reference = orders.reference
      UNION ALL SELECT surface FROM shopper_events WHERE shop = of_shop AND reference = orders.reference
      UNION ALL SELECT surface FROM acceptances WHERE shop = of_shop AND reference = orders.reference
      UNION ALL SELECT yes.surface WHERE yes.surface IS NOT NULL
    ) AS pages), '{}')
  FROM unnest(of_orders) AS asked(id) JOIN orders ON orders.shop = of_shop AND orders.order_id = asked.id
    LEFT JOIN LATERAL (
      SELECT max(accepted_at) AS at, (array_agg(decision ORDER BY step, reference, surface))[1] AS decision,
        (array_agg(rule ORDER BY step, reference, surface))[1] AS rule,
        (array_agg(reference ORDER BY step, reference, surface))[1] AS reference,
        (array_agg(surface ORDER BY step, reference, surface))[1] AS surface
      FROM (
        SELECT accepted_at, decision, rule, reference, surface, step FROM acceptances
        WHERE shop = of_shop AND reference = orders.reference
        UNION ALL
        SELECT accepted_at, decision, rule, reference, surface, step FROM acceptances
        WHERE shop = of_shop AND bought_in = orders.order_id AND reference <> orders.reference
          AND surface IN ('cart', 'checkout')
      ) AS its
    ) AS yes ON true
    LEFT JOIN LATERAL (
      SELECT min(at) FILTER (WHERE kind = 'impression') AS seen_at,
        max(at) FILTER (WHERE kind = 'decline' AND reference = orders.reference) AS declined_at,
        (array_agg(detail ->> 'status' ORDER BY at DESC, step DESC)
          FILTER (WHERE kind = 'applied' AND reference = orders.reference))[1] AS applied,
        (array_agg(surface ORDER BY at, surface, step) FILTER (WHERE kind IN ('impression', 'decline')))[1] AS surface,
        (array_agg(rule ORDER BY at, surface, step) FILTER (WHERE kind IN ('impression', 'decline')))[1] AS rule
      FROM (
        SELECT kind, at, detail, step, surface, rule, reference FROM shopper_events
        WHERE shop = of_shop AND reference = orders.reference
        UNION ALL
        SELECT kind, at, detail, step, surface, rule, reference FROM shopper_events
        WHERE shop = of_shop AND reference = yes.reference AND reference <> orders.reference AND surface = yes.surface
      ) AS its
    ) AS told ON true
    LEFT JOIN LATERAL (
      SELECT * FROM (
        SELECT DISTINCT ON (surface) decision, kind, surface, document FROM (
          SELECT decision, kind, surface, document, step, asked_at FROM decisions
          WHERE shop = of_shop AND reference = orders.reference
          UNION ALL
          SELECT decision, kind, surface, document, step, asked_at FROM decisions
          WHERE shop = of_shop AND decision = yes.decision AND reference <> orders.reference
        ) AS its
        ORDER BY surface, (decision = yes.decision) DESC NULLS LAST, step, asked_at DESC, decision DESC
      ) AS by_page
      ORDER BY (decision = yes.decision) DESC NULLS LAST, kind = 'show' DESC, surface = 'post-purchase' DESC, surface
      LIMIT 1
    ) AS decided ON true
    LEFT JOIN LATERAL (
      SELECT kind, document FROM (
        -- OFFSET keeps the page out of the search: no other index than the purchase's own is to be taken for it.
        SELECT * FROM decisions WHERE shop = of_shop AND reference = orders.reference OFFSET 0
      ) AS its
      WHERE surface = 'post-purchase'
      ORDER BY step, asked_at DESC, decision DESC
      LIMIT 1
    ) AS page ON true
$$;

-- One transaction at a time says what became of a purchase: the later one then sees what the earlier one has written. A
-- statement about very many (an import, an erasure) takes the whole shop instead of one lock for each.
CREATE FUNCTION encore_lock_outcomes(of_shop text, purchases text[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  whole_shop bigint := hashtextextended('outcomes of ' || of_shop, 0);
  purchase text;
BEGIN
  IF cardinality(purchases) > 1000 THEN
    PERFORM pg_advisory_xact_lock(whole_shop);
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(whole_shop);
  FOR purchase IN SELECT DISTINCT unnest(purchases) ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('outcome of ' || of_shop || ' ' || purchase, 0));
  END LOOP;
END
$$;

-- Makes the rows of all orders that these purchases and orders have a part in. Each statement of a function sees what was
-- committed before it began: what is looked up after the locks is whole.
CREATE FUNCTION encore_keep_outcomes(purchases text[], of_orders text[]) RETURNS void
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
  INSERT INTO order_outcomes AS kept SELECT * FROM encore_outcome_of(of_shop, to_make) ORDER BY order_id
  ON CONFLICT (shop, order_id) DO UPDATE SET created_at = excluded.created_at, outcome = excluded.outcome,
    surface = excluded.surface, rule = excluded.rule, seen_at = excluded.seen_at, answered_at = excluded.answered_at,
    surfaces = excluded.surfaces
  WHERE (kept.*) IS DISTINCT FROM (excluded.*);
END
$$;

CREATE FUNCTION encore_outcomes_of_purchases() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  purchases text[];
BEGIN
  SELECT array_agg(DISTINCT reference) INTO purchases FROM changed;
  IF purchases IS NOT NULL THEN
    PERFORM encore_keep_outcomes(purchases, '{}');
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION encore_outcomes_of_orders() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  of_orders text[];
BEGIN
  SELECT array_agg(DISTINCT order_id) INTO of_orders FROM changed;
  IF of_orders IS NOT NULL THEN
    PERFORM encore_keep_outcomes('{}', of_orders);
  END IF;
  RETURN NULL;
END
$$;

-- A yes is a part of the order that it was bought in too.
CREATE FUNCTION encore_outcomes_of_yeses() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  purchases text[];
  of_orders text[];
BEGIN
  SELECT array_agg(DISTINCT reference), coalesce(array_agg(DISTINCT bought_in) FILTER (WHERE bought_in IS NOT NULL), '{}')
    INTO purchases, of_orders FROM changed;
  IF purchases IS NOT NULL THEN
    PERFORM encore_keep_outcomes(purchases, of_orders);
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  at record;
BEGIN
  FOR at IN SELECT * FROM (VALUES
    ('orders', 'INSERT', 'NEW', 'orders'), ('orders', 'UPDATE', 'NEW', 'orders'),
    ('earnings', 'INSERT', 'NEW', 'orders'), ('earnings', 'DELETE', 'OLD', 'orders'),
    ('decisions', 'INSERT', 'NEW', 'purchases'), ('decisions', 'UPDATE', 'NEW', 'purchases'),
    ('decisions', 'DELETE', 'OLD', 'purchases'),
    ('shopper_events', 'INSERT', 'NEW', 'purchases'), ('shopper_events', 'UPDATE', 'NEW', 'purchases'),
    ('shopper_events', 'DELETE', 'OLD', 'purchases'),
    ('acceptances', 'INSERT', 'NEW', 'yeses'), ('acceptances', 'UPDATE', 'NEW', 'yeses'),
    ('acceptances', 'DELETE', 'OLD', 'yeses')
  ) AS triggers(of_table, event, rows, what) LOOP
    EXECUTE format(
      'CREATE TRIGGER outcomes_after_%s AFTER %s ON %I REFERENCING %s TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION encore_outcomes_of_%s()',
      lower(at.event), at.event, at.of_table, at.rows, at.what
    );
  END LOOP;
END
$$;

-- What is there already. Row-level security binds the owner too while it is forced: each shop is carried in turn.
DO $$
DECLARE
  known text;
BEGIN
  FOR known IN SELECT shop FROM shops LOOP
    PERFORM set_config('app.shop', known, true);
    INSERT INTO order_outcomes
      SELECT * FROM encore_outcome_of(known, ARRAY(SELECT order_id FROM orders WHERE shop = known));
  END LOOP;
  PERFORM set_config('app.shop', '', true);
END
$$;
