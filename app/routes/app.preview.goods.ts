import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import type { GoodsAnswer } from "#app/admin/rule-editor/preview/preview-data.ts";
import { idsIn } from "#app/admin/rule-editor/preview/preview-data.ts";
import type { CollectionId, ProductId, Shop } from "#app/core/values/ids.ts";

/** What of the shop a rule speaks of: ?products=1,2&collections=3 */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const { searchParams } = new URL(request.url);
  const ask = {
    shop: session.shop as Shop,
    products: idsIn<ProductId>(searchParams.get("products")),
    collections: idsIn<CollectionId>(searchParams.get("collections")),
  };
  const read = async (): Promise<GoodsAnswer> => ({ kind: "goods", ...(await encore.flows.readGoods(ask)) });
  return json(await answeredOr(read, (why): GoodsAnswer => ({ kind: "failed", why }), encore));
}
