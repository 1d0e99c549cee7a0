import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { type CartShopSays, startCartShop } from "#tests/extensions/cart-shop.ts";
import { napkins, napkinVariant, teacupCart } from "#tests/extensions/napkins.ts";
import type { Teller } from "../frame/take-turns.ts";
import { type BenchStage, type OnThePage, timed, tookOn } from "./stage.ts";

export const CART = "cart-bump";
export const BARE_CART = "the cart without it";

const [plainNapkins] = napkins.products;

/** The napkins in two patterns, for a choice to be made. */
const inPatterns: SurfaceOffer = {
  ...napkins,
  products: plainNapkins
    ? [{ ...plainNapkins, variants: [napkinVariant("41004", "Roses", 3.5), napkinVariant("41005", "Ivy", 3.8)] }]
    : [],
};

const SAYS: CartShopSays = { ...teacupCart, decide: { kind: "show", offer: inPatterns } };

/** A theme's cart page with our block on it, and the same page without: the offer costs what lies between them. */
export async function cartTellers({
  page,
  addPage,
  checkErrors,
}: BenchStage): Promise<{ tellers: Teller[]; close(): Promise<unknown> }> {
  const shop = await startCartShop();
  await shop.open(SAYS);
  const barePage = addPage("/cart", withoutOurs(await (await fetch(shop.cartPage)).text()));

  /** Opens the page and answers when its first contents were painted, and when the text was. */
  async function open(address: string, text: string) {
    await page.goto(address);
    await page.evaluate((given) => (window as unknown as OnThePage).watch.sinceStart(given), text);
    const [shown] = await tookOn(page);
    const firstContents = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    return { shown: shown as number, firstContents: firstContents as number };
  }

  return {
    tellers: [
      {
        name: CART,
        async run() {
          await shop.open(SAYS);
          const opened = await open(shop.cartPage, "Total with it");
          const choices = page.getByLabel("Option");
          const [choice] = await timed(page, ["£3.80"], () => choices.selectOption({ index: 1 }));
          const box = page.getByRole("checkbox");
          const [tick, inCart] = await timed(page, ["Adding…", "is in your cart."], () => box.click());
          await checkErrors();
          return { ...opened, choice, tick, inCart } as Record<string, number>;
        },
      },
      { name: BARE_CART, run: () => open(barePage, "Below the cart") },
    ],
    close: shop.close,
  };
}

const OURS = [
  /<encore-cart-offer[^>]*><\/encore-cart-offer>/g,
  /<link rel="stylesheet"[^>]*cart-bump[^>]*>/g,
  /<script type="application\/json" data-encore-cart>[\s\S]*?<\/script>/g,
  /<script type="module"[^>]*cart-bump[^>]*><\/script>/g,
];

function withoutOurs(html: string): string {
  const bare = OURS.reduce((left, ours) => left.replace(ours, ""), html);
  if (/encore|cart-bump/.test(bare)) throw new Error("the page without the cart's offer still has some of it");
  return bare;
}
