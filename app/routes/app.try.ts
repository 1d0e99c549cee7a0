import { type ActionFunctionArgs, json } from "@remix-run/node";
import { refusalCodeOf } from "#app/admin/answered.ts";
import { readTryRequest } from "#app/admin/rule-editor/try/read-try-request.ts";
import type { TryAnswer } from "#app/admin/rule-editor/try/try-data.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** What the browser needs to decide a purchase by the rule in the editor; nothing is kept. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const asked = readTryRequest(await request.json().catch(() => undefined));
  if (!asked) return json<TryAnswer>({ kind: "not-whole" });
  try {
    return json<TryAnswer>(await encore.flows.tryRule({ shop: session.shop as Shop, ...asked }));
  } catch (error) {
    if (!refusalCodeOf(error)) throw error;
    return json<TryAnswer>({ kind: "shopify-away" });
  }
}
