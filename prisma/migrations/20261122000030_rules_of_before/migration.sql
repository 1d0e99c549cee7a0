-- Rules that the first release kept, in the words of today: what was bought is asked of lines, a source names a list of
-- products, shipping has a price in each currency. A rule that says none of this stays as it is, to the byte.
CREATE FUNCTION pg_temp.clause_now(clause jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  word text;
BEGIN
  IF clause ->> 'kind' = 'bought-any-of' THEN
    RETURN jsonb_build_object('kind', 'product', 'lines', 'any', 'products', clause -> 'products');
  END IF;
  FOREACH word IN ARRAY ARRAY['all', 'any', 'none'] LOOP
    IF clause ? word THEN
      RETURN jsonb_build_object(word, coalesce((
        SELECT jsonb_agg(pg_temp.clause_now(part) ORDER BY place)
        FROM jsonb_array_elements(clause -> word) WITH ORDINALITY AS told(part, place)
      ), '[]'));
    END IF;
  END LOOP;
  RETURN clause;
END
$$;

CREATE FUNCTION pg_temp.path_now(path jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  source jsonb := path #> '{offer,source}';
  shipping jsonb := path #> '{offer,shipping}';
  word text;
BEGIN
  IF source ? 'product' THEN
    path := jsonb_set(path, '{offer,source}',
      jsonb_build_object('kind', 'named', 'products', jsonb_build_array(source - 'kind')));
  END IF;
  IF shipping ? 'price' THEN
    path := jsonb_set(path, '{offer,shipping}',
      jsonb_build_object('kind', 'price', 'prices', jsonb_build_array(shipping -> 'price')));
  END IF;
  FOREACH word IN ARRAY ARRAY['ifAccepted', 'ifDeclined'] LOOP
    IF path ? word THEN
      path := jsonb_set(path, ARRAY[word], pg_temp.path_now(path -> word));
    END IF;
  END LOOP;
  RETURN path;
END
$$;

CREATE FUNCTION pg_temp.rulebook_now(rulebook jsonb) RETURNS jsonb
LANGUAGE sql
AS $$
  SELECT jsonb_set(rulebook, '{rules}', coalesce((
    SELECT jsonb_agg(
      rule || jsonb_build_object('when', pg_temp.clause_now(rule -> 'when'), 'path', pg_temp.path_now(rule -> 'path'))
      ORDER BY place
    )
    FROM jsonb_array_elements(rulebook -> 'rules') WITH ORDINALITY AS told(rule, place)
  ), '[]'))
$$;

-- Row-level security binds the owner too while it is forced.
ALTER TABLE "rulebook_drafts" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "rulebook_versions" NO FORCE ROW LEVEL SECURITY;

UPDATE "rulebook_drafts" SET "rulebook" = pg_temp.rulebook_now("rulebook");
UPDATE "rulebook_versions" SET "rulebook" = pg_temp.rulebook_now("rulebook");

ALTER TABLE "rulebook_drafts" FORCE ROW LEVEL SECURITY;
ALTER TABLE "rulebook_versions" FORCE ROW LEVEL SECURITY;

DROP FUNCTION pg_temp.rulebook_now(jsonb);
DROP FUNCTION pg_temp.path_now(jsonb);
DROP FUNCTION pg_temp.clause_now(jsonb);
