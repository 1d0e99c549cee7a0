import type { DecideAnswer } from "#app/contracts/post-purchase.ts";
import { askApp } from "#extensions/shared/ask-app.ts";
import { within } from "#extensions/shared/within.ts";
import type { Kept } from "./kept-offer.ts";
import type { ShouldRenderApi } from "./page.ts";

/**
 * Shopify doesn't document its cut-off; a page that isn't decided about 1.5 s after payment is skipped, and a shopper
 * without an offer shouldn't wait for one either. Source: community.shopify.dev/t/27058.
 */
const GIVE_UP_AFTER = 1_000;

/** Asks the app for an offer and keeps it for Render. Whatever goes wrong, or takes longer than a second, is "no page". */
export async function shouldRender({ inputData, storage }: ShouldRenderApi): Promise<{ render: boolean }> {
  try {
    const render = await within(GIVE_UP_AFTER, keepDecidedOffer(inputData.token, storage));
    return { render: render === true };
  } catch {
    return { render: false };
  }
}

async function keepDecidedOffer(token: string, storage: ShouldRenderApi["storage"]): Promise<boolean> {
  const asked = await askApp<DecideAnswer>({
    path: "/api/v1/post-purchase/decide",
    token,
    body: {},
    milliseconds: GIVE_UP_AFTER,
  });
  if (asked.kind !== "answered" || asked.answer.kind !== "show") return false;
  const { offer, words } = asked.answer;
  const kept: Kept = words ? { offer, words } : { offer };
  await storage.update(kept);
  return true;
}
