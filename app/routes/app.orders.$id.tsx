import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Failure } from "#app/admin/failure.tsx";
import { OrderPage } from "#app/admin/orders/order-page.tsx";
import { tellOrder } from "#app/admin/orders/tell-order.ts";
import { speaking } from "#app/admin/speaking.tsx";
import type { OrderId, Shop } from "#app/core/values/ids.ts";

export async function loader({ request, params, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const explained = await encore.flows.explainOrder({ shop: session.shop as Shop, order: params.id as OrderId });
  if (!explained) throw json({ code: "no-such-order" }, { status: 404 });
  return json(tellOrder(explained));
}

export default speaking(["engine", "orders"], Order);

function Order() {
  return <OrderPage told={useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = () => <Failure backTo="orders" />;
