-- The app's way to a job: graphile-worker's tables have row-level security without a policy, so that its role may not
-- touch them. Runs as the owner; the shop comes from the transaction, never from the caller, and is put into the payload
-- and before the job's key, so that no shop replaces another's job. The body is read when it is called: graphile-worker
-- makes its schema right after these migrations.
CREATE FUNCTION encore_enqueue(job_name text, payload jsonb, own_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shop text := nullif(current_setting('app.shop', true), '');
BEGIN
  IF shop IS NULL THEN
    RAISE EXCEPTION 'a job needs the shop of its transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(
    job_name,
    payload => (payload || jsonb_build_object('shop', shop))::json,
    run_at => run_at,
    job_key => shop || ':' || own_key
  );
END
$$;

REVOKE ALL ON FUNCTION encore_enqueue(text, jsonb, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION encore_enqueue(text, jsonb, text, timestamptz) TO encore_app;
