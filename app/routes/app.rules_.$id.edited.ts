import { json, type LoaderFunctionArgs } from "@remix-run/node";
import type { RuleId, Shop } from "#app/core/values/ids.ts";

/** When the rule was changed last: the editor asks, to tell two people that they are editing the same one. */
export async function loader({ request, params: { id }, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const editedAt = await encore.readModels.draftedAt(session.shop as Shop, id as RuleId);
  return json({ editedAt: editedAt ?? null });
}
