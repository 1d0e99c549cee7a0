import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { ExportsCard } from "#app/admin/exports/exports-card.tsx";
import { Failure } from "#app/admin/failure.tsx";
import type { OrdersPageData } from "#app/admin/orders/order-row.ts";
import { filterIn, ordersAddress } from "#app/admin/orders/orders-address.ts";
import { OrdersPage } from "#app/admin/orders/orders-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import type { Shop } from "#app/core/values/ids.ts";

/** `?outcome=` (one, or some with commas), `?rule=` and `?number=` filter; `?after=` and `?before=` take a cursor that an earlier page gave. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const { searchParams } = new URL(request.url);
  const filter = filterIn(searchParams);
  const after = searchParams.get("after");
  const before = searchParams.get("before");
  const { rule, number, outcomes } = filter;
  const [screen, exports] = await Promise.all([
    encore.readModels.ordersScreen(shop, {
      outcomes,
      ...(rule === undefined ? {} : { rule }),
      ...(number === undefined ? {} : { number }),
      ...(after === null ? {} : { after }),
      ...(before === null ? {} : { before }),
    }),
    encore.readModels.exports(shop),
  ]);
  return json<OrdersPageData>({ ...screen, filter, exports });
}

export default speaking(["exports", "orders"], Orders);

function Orders() {
  const data = useLoaderData<typeof loader>() as OrdersPageData;
  const navigate = useNavigate();
  return (
    <OrdersPage
      data={data}
      onFilter={(filter) =>
        navigate(`/app/orders${ordersAddress(filter)}`, { replace: true, preventScrollReset: true })
      }
      exportsCard={<ExportsCard known={data.exports} timezone={data.shop.timezone} kinds={["orders"]} />}
    />
  );
}

export const ErrorBoundary = () => <Failure />;
