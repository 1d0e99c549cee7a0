import { json, type LoaderFunctionArgs } from "@remix-run/node";
import type { TryableOrders } from "#app/admin/rule-editor/try/try-data.ts";
import type { Shop } from "#app/core/values/ids.ts";

const SHOWN_MOST = 10;

/** The last orders, or those of a number: ?number=1043 */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const number = new URL(request.url).searchParams.get("number")?.trim() ?? "";
  const { orders } = await encore.readModels.ordersScreen(session.shop as Shop, {
    ...(number ? { number } : {}),
    limit: SHOWN_MOST,
  });
  return json<TryableOrders>({ orders: orders.map(({ id, name, at, total }) => ({ id, name, at, total })) });
}
