import { type ActionFunctionArgs, json } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import { readTryRequest } from "#app/admin/rule-editor/try/read-try-request.ts";
import type { TryAnswer } from "#app/admin/rule-editor/try/try-data.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** What the browser needs to decide a purchase by the rule in the editor; nothing is kept. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const asked = readTryRequest(await request.json().catch(() => undefined));
  if (!asked) return json<TryAnswer>({ kind: "not-whole" });
  const tried = (): Promise<TryAnswer> => encore.flows.tryRule({ shop: session.shop as Shop, ...asked });
  return json(await answeredOr(tried, (why): TryAnswer => ({ kind: "failed", why }), encore));
}
