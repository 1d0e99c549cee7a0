import { holdToPublished } from "./compare-schemas.ts";

holdToPublished(new URL("../../sandbox/store/admin-api/", import.meta.url), "published-2026-10.json");
