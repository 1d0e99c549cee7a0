import type { ActionFunctionArgs } from "@remix-run/node";
import type { Shop } from "#app/core/values/ids.ts";

/** Who asks: the shop, and which of those who look after it, by Shopify's number. */
export interface Who {
  readonly shop: Shop;
  readonly by: string;
}

/** What a merchant sends to a route, and who they are. Throws the Response that refuses what is none of the route's asks: 400. */
export async function askIn<Ask>(
  { request, context: { encore } }: ActionFunctionArgs,
  read: (body: unknown) => Ask | undefined,
): Promise<{ readonly who: Who; readonly ask: Ask }> {
  const { session, sessionToken } = await encore.shopify.authenticate.admin(request);
  const ask = read(await request.json().catch(() => undefined));
  if (ask === undefined) throw Response.json({ code: "not-an-ask" }, { status: 400 });
  return { who: { shop: session.shop as Shop, by: sessionToken?.sub ?? "unknown" }, ask };
}
