import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/**
 * The library's own addresses: the page that asks App Bridge for a session token and the one that leaves the frame.
 * A visitor without a shop is sent to `login`, which we have no form for: apps open from Shopify's admin only.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (params["*"] === "login") throw redirect("/");
  await context.encore.shopify.authenticate.admin(request);
  return null;
}
