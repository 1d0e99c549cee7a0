import type { ActionFunctionArgs } from "@remix-run/node";

/** A customer or their tags changed. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const webhook = await encore.authenticateWebhook(request, "customers");
  await encore.flows.receiveWebhook(webhook);
  return new Response();
}
