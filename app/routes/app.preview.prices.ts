import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import { idsIn, type PricesAnswer } from "#app/admin/rule-editor/preview/preview-data.ts";
import { parseCurrency } from "#app/core/values/currency.ts";
import type { Shop, VariantId } from "#app/core/values/ids.ts";

/** What variants cost who pays in another currency: ?currency=EUR&variants=1,2 */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const { searchParams } = new URL(request.url);
  const currency = parseCurrency(searchParams.get("currency") ?? "");
  if (!currency) throw json({ code: "not-an-ask" }, { status: 400 });
  const variants = idsIn<VariantId>(searchParams.get("variants"));
  const read = async (): Promise<PricesAnswer> => ({
    ...(await encore.flows.readPrices({ shop: session.shop as Shop, currency, variants })),
    currency,
  });
  return json(await answeredOr(read, (why): PricesAnswer => ({ kind: "failed", why, currency }), encore));
}
