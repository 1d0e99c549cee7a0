import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import { askIn } from "#app/admin/ask-in.ts";
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
export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readExportsAsk);
  const { shop } = who;
  const work = async (): Promise<ExportsAnswer> => {
    if (ask.intent === "start") {
      await encore.flows.startExport({ ...who, kind: ask.kind });
    } else {
      await encore.flows.cancelExport({ shop, kind: ask.kind, run: ask.run });
    }
    return { kind: "told", exports: await encore.readModels.exports(shop) };
  };
  return json(await answeredOr(work, failed, encore));
}
