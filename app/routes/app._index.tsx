import type { LoaderFunctionArgs } from "@remix-run/node";

/** The rules are where a merchant begins. The library's own redirect keeps what the frame needs in the address. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { redirect } = await encore.shopify.authenticate.admin(request);
  return redirect("/app/rules");
}
