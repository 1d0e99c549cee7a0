import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "#app/admin/attachment.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** The draft as a file: the same text, to the byte, for as long as the rules say the same. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const text = await encore.flows.exportRulebook({ shop, what: "draft" });
  return attachment(text ?? "", `encore-rules-${shop.split(".")[0]}.json`);
}
