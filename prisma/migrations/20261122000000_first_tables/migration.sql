
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "shops" (
    "shop" TEXT NOT NULL,
    "app_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "scopes" TEXT[],
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shops_pkey" PRIMARY KEY ("shop")
);

CREATE TABLE "rulebook_drafts" (
    "shop" TEXT NOT NULL,
    "rulebook" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_drafts_pkey" PRIMARY KEY ("shop")
);

CREATE TABLE "rulebook_versions" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rulebook" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_versions_pkey" PRIMARY KEY ("shop","version")
);

CREATE TABLE "catalog_products" (
    "shop" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "inventory_items" TEXT[],
    "stock_told_at" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalog_products_pkey" PRIMARY KEY ("shop","product")
);

CREATE TABLE "decisions" (
    "shop" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "customer" TEXT,
    "rulebook_version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "document" JSONB NOT NULL,
    "took_micros" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("shop","decision")
);

CREATE TABLE "acceptances" (
    "shop" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_name" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acceptances_pkey" PRIMARY KEY ("shop","reference","step")
);

CREATE TABLE "shopper_events" (
    "shop" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopper_events_pkey" PRIMARY KEY ("shop","reference","step","kind")
);

CREATE TABLE "webhook_events" (
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" JSONB NOT NULL,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("shop","topic","event_key")
);

CREATE TABLE "orders" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop","order_id")
);

CREATE TABLE "earnings" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earnings_pkey" PRIMARY KEY ("shop","order_id","line_id","kind","source")
);

CREATE INDEX "Session_shop_idx" ON "Session"("shop");

CREATE INDEX "catalog_products_inventory_items_idx" ON "catalog_products" USING GIN ("inventory_items");

CREATE INDEX "decisions_shop_reference_asked_at_idx" ON "decisions"("shop", "reference", "asked_at");

CREATE INDEX "decisions_shop_customer_idx" ON "decisions"("shop", "customer");

CREATE UNIQUE INDEX "acceptances_shop_jti_key" ON "acceptances"("shop", "jti");

CREATE INDEX "webhook_events_shop_received_at_idx" ON "webhook_events"("shop", "received_at");

CREATE INDEX "orders_shop_created_at_order_id_idx" ON "orders"("shop", "created_at", "order_id");

CREATE INDEX "orders_shop_reference_idx" ON "orders"("shop", "reference");

