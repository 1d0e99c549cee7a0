-- What the shop's pages can be read in and paid in, its own first; empty while it was never read.
ALTER TABLE "shops" ADD COLUMN "languages" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "shops" ADD COLUMN "currencies" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "shops" ADD COLUMN "languages_read_at" TIMESTAMPTZ(3);
