import { startFakeApp } from "#tests/extensions/fake-app.ts";
import { fakeStore } from "#tests/extensions/fake-store.ts";
import { choiceOfThree } from "#tests/extensions/offers.ts";
import type { Teller } from "../frame/take-turns.ts";
import { POST_PURCHASE_FLOOR } from "./floors.ts";
import { type BenchStage, type OnThePage, timed, tookOn } from "./stage.ts";

export const POST_PURCHASE = "post-purchase";
export const POST_PURCHASE_LEAST = "one TextBlock";

const inputData = {
  locale: "en",
  token: "token-of-the-page",
  version: "unstable",
  extensionPoint: "",
  initialPurchase: {},
  shop: {},
};

/** ShouldRender and Render of our bundle, and of the least that can stand in its place. */
export async function postPurchaseTellers(
  stage: BenchStage,
): Promise<{ tellers: Teller[]; close(): Promise<unknown> }> {
  const { page, openHosts, checkErrors } = stage;
  const app = await startFakeApp();
  const store = fakeStore({
    currency: "GBP",
    digits: 2,
    prices: { 41001: 1275, 41002: 1395, 41003: 495, 41004: 150 },
    shippingMinor: 0,
    taxTitle: "VAT",
    signedCostsMoreMinor: 0,
    apply: [],
  });
  await page.exposeFunction("calculate", store.calculate);
  const routes = [{ from: "https://encore.example.com", to: app.address }];

  /** Asks whether to show the page, then shows it until the text is painted. */
  async function show(source: string, text: string) {
    app.begin({ decide: { kind: "show", offer: choiceOfThree } });
    await openHosts();
    const asked = await page.evaluate((given) => (window as unknown as OnThePage).stage.askPostPurchase(given), {
      source,
      inputData,
      routes,
      budgetMs: 5_000,
    });
    if (!asked.render) throw new Error("the post-purchase page is not shown");
    await page.evaluate(([given, first]) => (window as unknown as OnThePage).stage.showPostPurchase(given, first), [
      { source, inputData, storage: asked.storage, routes },
      text,
    ] as const);
    const [fromMounting] = await tookOn(page);
    return { asked: asked.milliseconds, fromMounting: fromMounting as number };
  }

  const ours = await stage.bundleOf(POST_PURCHASE);
  return {
    tellers: [
      {
        name: POST_PURCHASE,
        async run() {
          const shown = await show(ours, "Regency Cakestand 3 Tier");
          const other = page.getByText("Cake forks, set of six · £4.21");
          const [choice] = await timed(page, ["£4.95"], () => other.click());
          const decline = page.getByRole("button", { name: "No thanks" });
          const [no] = await timed(page, ["Opening your order…"], () => decline.click());
          await checkErrors();
          return { ...shown, choice, no } as Record<string, number>;
        },
      },
      {
        name: POST_PURCHASE_LEAST,
        async run() {
          const shown = await show(POST_PURCHASE_FLOOR, "One text");
          const [press] = await timed(page, ["Pressed"], () => page.getByRole("button", { name: "Press" }).click());
          return { ...shown, press: press as number };
        },
      },
    ],
    close: app.close,
  };
}
