import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { RULES_FOUND_MOST } from "#app/admin/orders/found-rules.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** Rules to filter orders by: those whose names hold `?named=`. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const named = new URL(request.url).searchParams.get("named")?.slice(0, 200) ?? "";
  return json({ rules: await encore.readModels.rulesNamed(session.shop as Shop, named, RULES_FOUND_MOST) });
}
