import { runShouldRender, type ShouldRenderAnswer } from "#hosts/post-purchase/host.ts";
import { extensionSource, inputFor, routes } from "./ask-store.ts";

/** Shopify skips the page when the extension needs longer; the figure is a vendor's, Shopify gives none. */
export const BUDGET_MS = 1500;

let source: Promise<string> | undefined;
let asked: { readonly purchase: string; readonly answer: Promise<ShouldRenderAnswer> } | undefined;

/** The extension's answer for this purchase: asked once, and again when the purchase has changed. Never rejects. */
export function shouldRender(purchase: string): Promise<ShouldRenderAnswer> {
  if (asked?.purchase !== purchase) asked = { purchase, answer: ask() };
  return asked.answer;
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
