import type { ActionFunctionArgs } from "@remix-run/node";

/** What Shopify asks of every app for customers' privacy: answered at once, done soon after. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const webhook = await encore.authenticateWebhook(request, "compliance");
  await encore.flows.receiveWebhook(webhook);
  return new Response();
}
