import { type FetchRoute, type MountedUiExtension, mountUiExtension } from "#hosts/ui-extensions/host.ts";
import type { BlockToMount, ChangeMade } from "../blocks/answer-blocks.ts";
import { CHECKOUT_CHANGED, LINES_CHANGED } from "./checkout-events.ts";
import { refusedStorage, storageOf } from "./extension-storage.ts";

/** Filled in when this is bundled: where the app's address leads on this machine. */
declare const APP_ROUTE: FetchRoute;

/** Checkout, thank-you or order status: what its blocks ask stands below its own address. */
const base = `${location.pathname.replace(/\/$/, "")}/blocks`;
const mounted = new Map<number, { readonly block: MountedUiExtension; values: BlockToMount["values"] }>();

void mountAll();
document.addEventListener(CHECKOUT_CHANGED, () => void refresh());

async function mountAll(): Promise<void> {
  const { blocks } = await get();
  await Promise.all(blocks.map(mount));
}

async function mount(asked: BlockToMount): Promise<void> {
  const container = document.querySelector<HTMLElement>(`.extension-block[data-placement="${asked.placement}"]`);
  const bundle = await fetch(asked.bundle);
  if (!container || !bundle.ok) return;
  const block = mountUiExtension(container, {
    source: await bundle.text(),
    target: asked.target,
    values: asked.values,
    translations: asked.translations,
    capabilities: asked.capabilities,
    routes: [APP_ROUTE],
    calls: { ...callsOf(asked), ...(asked.target === "purchase.checkout.block.render" ? CHECKOUT_CALLS : {}) },
    onFirstPaint: (ms) => {
      container.dataset.firstPaintMs = ms.toFixed(0);
    },
  });
  mounted.set(asked.placement, { block, values: asked.values });
}

function callsOf({ target, handle, capabilities, isStorageRefused }: BlockToMount) {
  const isOrderStatus = target === "customer-account.order-status.block.render";
  return {
    ...(capabilities.api_access && {
      query: (query: string, options?: { variables?: object }) =>
        post("query", { query, variables: options?.variables ?? {} }),
    }),
    "sessionToken.get": async () => ((await post("session-token", {})) as { token: string }).token,
    "analytics.publish": async () => true,
    ...(isStorageRefused ? refusedStorage : storageOf(handle)),
    ...(isOrderStatus && {
      requireLogin: async () => location.assign(`${location.pathname}#sign-in`),
    }),
  };
}

const CHECKOUT_CALLS = {
  applyCartLinesChange: (change: object) => applied("lines", change),
  applyDiscountCodeChange: (change: object) => applied("discount-code", change),
  applyNoteChange: (change: { note?: string }) => applied("note", change),
  applyAttributeChange: (change: object) => applied("attribute", change),
};

/** The blocks know of the change before its caller does, as the page's own summary soon will. */
async function applied(call: string, change: object): Promise<ChangeMade["result"]> {
  const { result, blocks } = (await post(call, change)) as ChangeMade;
  for (const each of blocks) update(each);
  document.dispatchEvent(new Event(LINES_CHANGED));
  return result;
}

async function refresh(): Promise<void> {
  const { blocks } = await get();
  for (const each of blocks) update(each);
}

/** Only what differs: an extension draws again for what it reads. */
function update({ placement, values }: BlockToMount): void {
  const known = mounted.get(placement);
  if (!known) return;
  const differs = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(known.values[key]),
  );
  known.values = values;
  if (differs.length > 0) known.block.update(Object.fromEntries(differs));
}

async function get(): Promise<{ readonly blocks: readonly BlockToMount[] }> {
  const response = await fetch(base);
  return response.ok ? response.json() : { blocks: [] };
}

async function post(call: string, body: object): Promise<unknown> {
  const response = await fetch(`${base}/${call}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${call} answered ${response.status}`);
  return response.json();
}
