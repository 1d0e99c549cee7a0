/**
 * The tables that stand outside the tenants', each with its reason. Every other table has row-level security FORCED
 * with a policy on `app.shop`; a test reads the database's own catalogue and finds any that is on neither side.
 */
export const outsideTenants: readonly { readonly table: string | RegExp; readonly because: string }[] = [
  {
    table: "public.shops",
    because: "it is read before the tenant is known: it says whether a shop is one, and lists those to start with",
  },
  {
    table: "public.Session",
    because:
      "PrismaSessionStorage reads it by session id, outside any transaction of ours; its tokens are sealed instead",
  },
  {
    table: /^graphile_worker\./,
    because:
      "the worker takes every shop's jobs; only its login may touch them, the app's role asks through encore_enqueue",
  },
  {
    table: "public._prisma_migrations",
    because: "the migrations' own record, not a shop's; the app's role has no grant",
  },
];

/** Takes "schema.table". */
export function isOutsideTenants(qualified: string): boolean {
  return outsideTenants.some(({ table }) => (typeof table === "string" ? table === qualified : table.test(qualified)));
}
