-- What Encore itself says of a version, as data that is said in the reader's language. "note" is the merchant's own.
ALTER TABLE "rulebook_versions" ADD COLUMN "told" JSONB;
