import type { ActionFunctionArgs } from "@remix-run/node";

/** A product, its stock or a collection changed, or is gone. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const webhook = await encore.authenticateWebhook(request, "products");
  await encore.flows.receiveWebhook(webhook);
  return new Response();
}
