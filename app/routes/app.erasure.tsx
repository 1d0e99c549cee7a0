import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { answeredOr } from "#app/admin/answered.ts";
import { askIn, type Who } from "#app/admin/ask-in.ts";
import { type ErasureAnswer, type ErasureAsk, isShopsName, readErasureAsk } from "#app/admin/settings/erasure-ask.ts";
import type { Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Told } from "#app/core/values/say.ts";

const failed = (why: Told): ErasureAnswer => ({ kind: "failed", why });

/** How erasing stands. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  return json(await answeredOr(() => told(encore, session.shop as Shop), failed, encore));
}

/** Begins or stops it; answers how it stands then. */
export async function action(args: ActionFunctionArgs) {
  const { encore } = args.context;
  const { who, ask } = await askIn(args, readErasureAsk);
  return json(await answeredOr(() => answer(encore, who, ask), failed, encore));
}

async function answer(encore: Encore, who: Who, ask: ErasureAsk): Promise<ErasureAnswer> {
  if (ask.intent === "stop") {
    await encore.flows.stopErasure({ shop: who.shop, run: ask.run });
    return told(encore, who.shop);
  }
  if (!isShopsName(ask.name, await encore.readModels.shopName(who.shop))) return { kind: "wrong-name" };
  await encore.flows.startErasure(who);
  return told(encore, who.shop);
}

async function told({ readModels }: Encore, shop: Shop): Promise<ErasureAnswer> {
  return { kind: "told", erasure: await readModels.erasure(shop) };
}
