import type { ActionFunctionArgs } from "@remix-run/node";

/** The app was uninstalled, or granted other scopes. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const webhook = await encore.authenticateWebhook(request, "app");
  await encore.flows.receiveWebhook(webhook);
  return new Response();
}
