-- What the codes take off, and of what: a page that shows another price, or another variant, has no use for them. Of codes
-- from before it is not known: they are for no page.
ALTER TABLE "offer_codes" ADD COLUMN "terms" JSONB NOT NULL
  DEFAULT '{"takes": null, "variants": [], "isSentFree": false}';
ALTER TABLE "offer_codes" ALTER COLUMN "terms" DROP DEFAULT;
