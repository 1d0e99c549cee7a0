import { EMPTY_SHOP } from "./empty-shop.ts";
import { FULL_SHOP } from "./full-shop.ts";
import type { Chapter } from "./screen.ts";
import { SHOPIFY_AWAY, SHOPIFY_SLOW, WITHOUT_SCOPES } from "./trouble.ts";
import { UNPUBLISHED } from "./unpublished.ts";

/** Every screen in every state, from the day the app is installed to the day that Shopify fails. */
export const CHAPTERS: readonly Chapter[] = [
  EMPTY_SHOP,
  FULL_SHOP,
  UNPUBLISHED,
  WITHOUT_SCOPES,
  SHOPIFY_SLOW,
  SHOPIFY_AWAY,
];
