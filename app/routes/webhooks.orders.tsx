import type { ActionFunctionArgs } from "@remix-run/node";

/** An order was made, paid, changed, cancelled or refunded. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const webhook = await encore.authenticateWebhook(request, "orders");
  await encore.flows.receiveWebhook(webhook);
  return new Response();
}
