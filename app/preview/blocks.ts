import type { PreviewBundle } from "#app/contracts/preview.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { mountUiExtension, type UiExtensionTarget } from "#hosts/ui-extensions/host.ts";
import { appAnswer } from "./app-answers.ts";
import { purchaseValues, valuesOf } from "./block-values.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { sampleCart } from "./sample-cart.ts";
import type { Stage } from "./stage.ts";
import { translationsIn } from "./translations.ts";

const TARGETS = {
  "thank-you": "purchase.thank-you.block.render",
  "order-status": "customer-account.order-status.block.render",
  checkout: "purchase.checkout.block.render",
} as const satisfies Record<string, UiExtensionTarget>;

export type BlockSurface = keyof typeof TARGETS;

/** The block with its own bundle: it decides by the extracts that publishing would write, at the prices that are asked. */
export async function drawBlock(
  stage: Stage,
  surface: BlockSurface,
  bundle: PreviewBundle,
  { place, failed }: Drawing,
): Promise<Drawn> {
  const storage = new Map<string, unknown>();
  const cart = sampleCart(stage);
  const source = await (await fetch(bundle.url)).text();
  const changed = (isDone: boolean) => {
    const values = purchaseValues(cart.lines(), cart.codes(), stage.ask);
    // The block knows of the change before whoever asked for it.
    block.update(values);
    return isDone ? { type: "success" } : { type: "error", message: "this is a preview" };
  };
  const checkoutCalls = {
    applyCartLinesChange: async (change: Parameters<typeof cart.change>[0]) => changed(cart.change(change)),
    applyDiscountCodeChange: async ({ type, code }: { type: string; code: string }) => {
      cart.takeCodes(type === "addDiscountCode" ? [code] : []);
      return changed(true);
    },
  };
  const block = mountUiExtension(place, {
    source,
    target: TARGETS[surface],
    values: valuesOf(stage, cart.lines()),
    translations: translationsIn(bundle, stage.ask.locale),
    capabilities: bundle.capabilities,
    calls: {
      query: async (_query: string, options?: { variables?: { ids?: readonly string[] } }) =>
        storefrontAnswer(stage, options?.variables?.ids ?? []),
      "sessionToken.get": async () => "preview",
      "storage.read": async (key: string) => storage.get(key) ?? null,
      "storage.write": async (key: string, data: unknown) => void storage.set(key, data),
      ...(surface === "checkout" ? checkoutCalls : {}),
    },
    answerFetch: async ({ url }) => {
      const answer = appAnswer(stage, url);
      return answer ? { status: 200, body: answer } : { status: 404, body: {} };
    },
    onError: failed,
  });
  return block;
}

/** What the Storefront API would say of these variants; what has no price in the shopper's currency is not sold to them. */
function storefrontAnswer({ catalog, live }: Stage, ids: readonly string[]) {
  const variants = new Map(
    [...catalog.products.values()].flatMap((product) =>
      product.variants.map((variant) => [variant.id as string, { product, variant }] as const),
    ),
  );
  const nodes = ids.map((gid) => {
    const id = gid.slice(gid.lastIndexOf("/") + 1);
    const [found, now] = [variants.get(id), live.get(id)];
    if (!found || !now) return null;
    const image = found.variant.image ?? found.product.image;
    return {
      id: gid,
      title: found.variant.title,
      availableForSale: now.isForSale,
      price: { amount: decimalOf(now.price), currencyCode: now.price.currency },
      image: image ? { url: image.url, altText: image.description } : null,
      product: { title: found.product.title },
    };
  });
  return { data: { nodes } };
}
