/**
 * On every answer, refusals included: the post-purchase page runs in a worker of Shopify's origin, and a refusal without
 * these reaches it as "Failed to fetch" with nothing to read. No cookies are involved, so any origin may ask.
 */
export const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
} as const;

/** What a browser asks with OPTIONS before the request itself; it may remember the answer for two hours. */
export const preflightHeaders = {
  ...corsHeaders,
  "Access-Control-Allow-Methods": "POST, OPTIONS",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Max-Age": "7200",
} as const;
