import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { OpenFromShopify } from "#app/admin/open-from-shopify.tsx";

/** Shopify may open the bare address with a shop in its query; anyone else is told where the app lives. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has("shop")) throw redirect(`/app${search}`);
  return null;
}

export default function Index() {
  return <OpenFromShopify />;
}
