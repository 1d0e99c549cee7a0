import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "#app/admin/attachment.ts";
import type { OrderId, Shop } from "#app/core/values/ids.ts";

/** All that is kept of an order's decisions, as a file that `encore explain` reads. */
export async function loader({ request, params, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const bundle = await encore.flows.exportEvidence({ shop, order: params.id as OrderId });
  if (!bundle) throw json({ code: "no-such-order" }, { status: 404 });
  return attachment(`${JSON.stringify(bundle, null, 2)}\n`, `encore-evidence-${bundle.order?.name ?? params.id}.json`);
}
