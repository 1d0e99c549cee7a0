import { holdToPublished } from "./compare-schemas.ts";

holdToPublished(new URL("../../sandbox/store/storefront-api/", import.meta.url), "published-2026-07.json");
