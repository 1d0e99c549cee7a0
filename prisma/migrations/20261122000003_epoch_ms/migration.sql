-- A moment as the app's own `Instant`, for the screens that are made as JSON in one query.
CREATE FUNCTION encore_epoch_ms(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(epoch FROM at) * 1000)::bigint;
