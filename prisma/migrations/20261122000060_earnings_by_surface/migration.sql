-- What is in the ledger so far was earned on the post-purchase page.
ALTER TABLE "earnings" ADD COLUMN "surface" TEXT NOT NULL DEFAULT 'post-purchase';
