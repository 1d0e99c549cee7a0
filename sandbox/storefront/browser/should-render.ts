import { runShouldRender, type ShouldRenderAnswer } from "#hosts/post-purchase/host.ts";
import { extensionSource, inputFor, routes } from "./ask-store.ts";

/** Shopify skips the page when the extension needs longer; the figure is a vendor's, Shopify gives none. */
export const BUDGET_MS = 1500;

let source: Promise<string> | undefined;
let asked: { readonly purchase: string; readonly answer: Promise<ShouldRenderAnswer>; said?: boolean } | undefined;

/** The extension's answer for this purchase: asked once, and again when the purchase has changed. Never rejects. */
export function shouldRender(purchase: string): Promise<ShouldRenderAnswer> {
  return asked?.purchase === purchase ? asked.answer : askFor(purchase);
}

/** Around Pay a no is asked again, as Shopify may do: the app may only have been waking up. A yes stands. */
export function shouldRenderAtPay(purchase: string): Promise<ShouldRenderAnswer> {
  return asked?.said === false ? askFor(purchase) : shouldRender(purchase);
}

function askFor(purchase: string): Promise<ShouldRenderAnswer> {
  const now: NonNullable<typeof asked> = { purchase, answer: ask() };
  asked = now;
  void now.answer.then(({ render }) => {
    now.said = render;
  });
  return now.answer;
}

async function ask(): Promise<ShouldRenderAnswer> {
  try {
    source ??= extensionSource();
    const [bundle, inputData] = await Promise.all([source, inputFor("ShouldRender")]);
    return await runShouldRender({ source: bundle, inputData, budgetMs: BUDGET_MS, routes });
  } catch (cause) {
    return { render: false, storage: undefined, tookMs: 0, why: "error", message: String(cause) };
  }
}
