import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import { type ExportsAnswer, readExportsAsk } from "#app/admin/exports/exports-ask.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";

const failed = (why: Told): ExportsAnswer => ({ kind: "failed", why });

/** How the shop's files stand. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const read = async (): Promise<ExportsAnswer> => ({
    kind: "told",
    exports: await encore.readModels.exports(session.shop as Shop),
  });
  return json(await answeredOr(read, failed, encore));
}

/** Begins a file, or forgets one; answers how all of them stand then. */
export async function action({ request, context: { encore } }: ActionFunctionArgs) {
  const { session, sessionToken } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const ask = readExportsAsk(await request.json().catch(() => undefined));
  if (!ask) throw json({ code: "not-an-ask" }, { status: 400 });
  const work = async (): Promise<ExportsAnswer> => {
    if (ask.intent === "start") {
      await encore.flows.startExport({ shop, kind: ask.kind, by: sessionToken?.sub ?? "unknown" });
    } else {
      await encore.flows.cancelExport({ shop, kind: ask.kind, run: ask.run });
    }
    return { kind: "told", exports: await encore.readModels.exports(shop) };
  };
  return json(await answeredOr(work, failed, encore));
}
