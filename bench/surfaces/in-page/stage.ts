import { mountRender, type RenderAsk, runShouldRender, type ShouldRenderAsk } from "#hosts/post-purchase/host.ts";
import { mountUiExtension, type UiExtensionAsk } from "#hosts/ui-extensions/host.ts";
import type { Watch } from "./watch.ts";

/** What the page answers a block by itself, at once: what a network would take is not what is measured. */
export interface BlockAsk extends Omit<UiExtensionAsk, "calls" | "onError" | "onFirstPaint"> {
  /** The Storefront API's nodes by their id. */
  readonly nodes: Readonly<Record<string, unknown>>;
}

/** What the page's own program leaves on `window`. */
export interface Stage {
  /** Milliseconds until the block's first paint: from the call of the extension, and from mounting it. */
  showBlock(ask: BlockAsk): Promise<{ firstPaint: number; fromMounting: number }>;
  updateBlock(values: Readonly<Record<string, unknown>>): void;
  /** Begins to watch for the text, and shows the post-purchase page. */
  showPostPurchase(ask: Omit<RenderAsk, "calculateChangeset" | "applyChangeset" | "onDone">, text: string): void;
  askPostPurchase(ask: ShouldRenderAsk): Promise<{ milliseconds: number; render: boolean; storage: unknown }>;
  errors: string[];
}

interface OnThePage {
  watch: Watch;
  stage: Stage;
  changeCheckout(path: string, change: unknown): Promise<unknown>;
  calculate(changeset: unknown): Promise<unknown>;
}
const here = window as unknown as OnThePage;
const place = document.querySelector("#place") as HTMLElement;

let block: ReturnType<typeof mountUiExtension> | undefined;

here.stage = {
  errors: [],
  showBlock({ nodes, ...ask }) {
    const storage = new Map<string, unknown>();
    const isCheckout = ask.target === "purchase.checkout.block.render";
    return new Promise((resolve) => {
      const mountedAt = performance.now();
      block = mountUiExtension(place, {
        ...ask,
        calls: {
          "sessionToken.get": async () => "token-of-the-page",
          "storage.read": async (key: string) => storage.get(key) ?? null,
          "storage.write": async (key: string, data: unknown) => void storage.set(key, data),
          query: async (_query: string, { variables: { ids } }: { variables: { ids: readonly string[] } }) => ({
            data: { nodes: ids.map((id) => nodes[id] ?? null) },
          }),
          ...(isCheckout && {
            applyCartLinesChange: (change: unknown) => here.changeCheckout("lines", change),
            applyDiscountCodeChange: (change: unknown) => here.changeCheckout("codes", change),
          }),
        },
        onError: (message) => void here.stage.errors.push(message),
        onFirstPaint: (firstPaint) => resolve({ firstPaint, fromMounting: performance.now() - mountedAt }),
      });
    });
  },
  updateBlock: (values) => block?.update(values),
  showPostPurchase(ask, text) {
    const mountedAt = performance.now();
    mountRender(place, {
      ...ask,
      calculateChangeset: here.calculate,
      applyChangeset: () => Promise.reject(new Error("nothing is accepted here")),
      onDone: () => undefined,
      onError: (message) => void here.stage.errors.push(message),
    });
    here.watch.since(mountedAt, text);
  },
  async askPostPurchase(ask) {
    const askedAt = performance.now();
    const { render, storage } = await runShouldRender(ask);
    return { milliseconds: performance.now() - askedAt, render, storage };
  },
};
