import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { UiExtensionTarget } from "#hosts/ui-extensions/host.ts";
import { startBlockApp } from "#tests/extensions/block-app.ts";
import { metafieldsOf, type Scene, storefrontAnswer, valuesOf } from "#tests/extensions/block-scene.ts";
import { fakeCheckout } from "#tests/extensions/fake-checkout.ts";
import type { Teller } from "../frame/take-turns.ts";
import { ONE_BUTTON, ONE_TEXT } from "./floors.ts";
import type { BlockAsk } from "./in-page/stage.ts";
import { fullScene, ordinary } from "./scenes.ts";
import { type BenchStage, type OnThePage, timed } from "./stage.ts";

const EXTENSIONS = join(import.meta.dirname, "../../extensions");

export const BLOCKS = ["thank-you-offer", "order-status-offer", "checkout-bump"] as const;
export const BLOCK_FLOOR = "one s-text";
export const CLICK_FLOOR = "one s-button, one s-select";
export const FULL = "thank-you-offer, metafield full";

const TARGETS: Readonly<Record<(typeof BLOCKS)[number], UiExtensionTarget>> = {
  "thank-you-offer": "purchase.thank-you.block.render",
  "order-status-offer": "customer-account.order-status.block.render",
  "checkout-bump": "purchase.checkout.block.render",
};

type Checkout = ReturnType<typeof fakeCheckout>;

/** The three extensions, and the least that can stand in their place in the same host. */
export async function blockTellers(stage: BenchStage): Promise<{ tellers: Teller[]; close(): Promise<unknown> }> {
  const app = await startBlockApp();
  const { page } = stage;
  let checkout: Checkout | undefined;
  await page.exposeFunction("changeCheckout", (path: "lines" | "codes", change: never) =>
    path === "lines" ? checkout?.changeLines(change) : checkout?.changeCodes(change),
  );

  async function show(ask: BlockAsk) {
    app.begin({});
    await stage.openHosts();
    return page.evaluate((given) => (window as unknown as OnThePage).stage.showBlock(given), ask);
  }

  async function blockTeller(name: string, handle: (typeof BLOCKS)[number], scene: Scene): Promise<Teller> {
    const ask = { ...(await askOf(stage, handle, scene)), routes: [{ from: APP_ADDRESS, to: app.address }] };
    const isBump = handle === "checkout-bump";
    return {
      name,
      async run() {
        checkout = fakeCheckout(
          { titles: { [MINT]: "Regency Cakestand 3 Tier" }, prices: { [MINT]: 13.95 } },
          (values) => page.evaluate((changed) => (window as unknown as OnThePage).stage.updateBlock(changed), values),
        );
        const values = isBump ? { ...ask.values, ...checkout.values() } : ask.values;
        const painted = await show({ ...ask, values });
        const answered = isBump ? await bumpAnswers() : await blockAnswers();
        await stage.checkErrors();
        return { ...painted, ...answered };
      },
    };
  }

  async function chooseMint() {
    const [choice] = await timed(page, ["£13.95"], () => page.getByLabel("Colour").selectOption({ index: 1 }));
    return { choice: choice as number };
  }

  async function blockAnswers() {
    const chosen = await chooseMint();
    const decline = page.getByRole("button", { name: "Not for me" });
    const [no] = await timed(page, ["The offer has been removed."], () => decline.click());
    return { ...chosen, no: no as number };
  }

  async function bumpAnswers() {
    const chosen = await chooseMint();
    const box = page.getByRole("checkbox");
    const [tick, inOrder] = await timed(page, ["Adding…", "is in your order."], () => box.click());
    const [untick, out] = await timed(page, ["Taking it out…", "taken out of your order."], () => box.click());
    return { ...chosen, tick, inOrder, untick, out } as Record<string, number>;
  }

  const floor = (source: string): BlockAsk => ({
    source,
    target: "purchase.thank-you.block.render",
    values: valuesOf(ordinary),
    translations: { locale: "en", strings: {} },
    capabilities: { network_access: false, api_access: false },
    nodes: {},
  });
  return {
    tellers: [
      ...(await Promise.all(BLOCKS.map((handle) => blockTeller(handle, handle, ordinary)))),
      await blockTeller(FULL, "thank-you-offer", fullScene()),
      {
        name: BLOCK_FLOOR,
        run: async () => ({ ...(await show(floor(ONE_TEXT))) }),
      },
      {
        name: CLICK_FLOOR,
        async run() {
          await show(floor(ONE_BUTTON));
          const list = page.getByLabel("Colour");
          const [choice] = await timed(page, ["Chosen"], () => list.selectOption({ index: 1 }));
          const [press] = await timed(page, ["Pressed"], () => page.getByRole("button", { name: "Press" }).click());
          await stage.checkErrors();
          return { choice, press } as Record<string, number>;
        },
      },
    ],
    close: app.close,
  };
}

const APP_ADDRESS = "https://encore.example.com";
const MINT = "gid://shopify/ProductVariant/2012";

/** As the pages of the tests ask for it, in English and pounds. */
async function askOf(stage: BenchStage, handle: (typeof BLOCKS)[number], scene: Scene): Promise<BlockAsk> {
  const surface = handle === "order-status-offer" ? "order-status" : "thank-you";
  const { orderConfirmation, ...common } = valuesOf({ ...scene, surface, metafields: metafieldsOf(scene) });
  const strings = JSON.parse(await readFile(join(EXTENSIONS, handle, "locales/en.default.json"), "utf8"));
  return {
    source: await stage.bundleOf(handle),
    target: TARGETS[handle],
    values: handle === "thank-you-offer" ? { ...common, orderConfirmation } : common,
    translations: { locale: "en", strings },
    capabilities: { network_access: true, api_access: true },
    nodes: nodesOf(scene),
  };
}

function nodesOf(scene: Scene): Record<string, unknown> {
  const products = [...(scene.catalog?.products.values() ?? [])];
  const ids = products.flatMap(({ variants }) => variants.map(({ id }) => `gid://shopify/ProductVariant/${id}`));
  const { nodes } = storefrontAnswer(scene, ids).data;
  return Object.fromEntries(ids.map((id, at) => [id, nodes[at]]));
}
