import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Failure } from "#app/admin/failure.tsx";
import { OrdersPage } from "#app/admin/orders/orders-page.tsx";
import type { Shop } from "#app/core/values/ids.ts";

/** `?after=` and `?before=` take a cursor that an earlier page gave. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after") ?? undefined;
  const before = searchParams.get("before") ?? undefined;
  return json(
    await encore.readModels.ordersScreen(session.shop as Shop, {
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
    }),
  );
}

export default function Orders() {
  return <OrdersPage data={useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = () => <Failure />;
