import { json, type LoaderFunctionArgs } from "@remix-run/node";
import type { Shop } from "#app/core/values/ids.ts";

/** Which draft stands: the settings ask, to tell two people that they are editing them. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const { revision } = await encore.readModels.settingsScreen(session.shop as Shop);
  return json({ editedAt: revision });
}
