import type { IncomingMessage, ServerResponse } from "node:http";
import type { CheckoutAnswer, LineChange } from "../../store/state/checkout.ts";
import type { Order } from "../../store/state/order.ts";
import { send, sendJson } from "../../web/http.ts";
import { readJson } from "../read-json.ts";
import type { Visit } from "../visit.ts";
import { authenticationOf } from "./authentication.ts";
import { type PlacedBlock, placedOn } from "./block-slot.ts";
import { checkoutValues } from "./checkout-values.ts";
import { orderStatusValues, thankYouValues } from "./order-values.ts";
import { translationsFor, type UiTarget } from "./ui-extension.ts";

/** What a page's script needs to mount a block. */
export interface BlockToMount {
  readonly placement: number;
  readonly handle: string;
  readonly target: UiTarget;
  /** The bundle's address; its bytes are those that would be deployed. */
  readonly bundle: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly translations: { readonly locale: string; readonly strings: Readonly<Record<string, unknown>> };
  readonly capabilities: { readonly network_access: boolean; readonly api_access: boolean };
  /** The browser keeps nothing for it. */
  readonly isStorageRefused: boolean;
}

/** The result of a change, and every block's values after it. */
export interface ChangeMade {
  readonly result: { readonly type: "success" } | { readonly type: "error"; readonly message: string };
  readonly blocks: readonly BlockToMount[];
}

type Page =
  | { readonly kind: "checkout"; readonly token: string }
  | { readonly kind: "thank-you" | "order-status"; readonly order: Order };

/**
 * What the blocks of checkout, thank-you and order status ask of Shopify: below /checkouts/<token>/blocks,
 * /checkouts/<token>/thank-you/blocks and /orders/<token>/blocks. False for another path, and for a page that runs none.
 */
export async function answerBlocks(visit: Visit, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [, path = "", call] =
    /^(\/(?:checkouts|orders)\/[0-9a-f]+(?:\/thank-you)?)\/blocks(?:\/([a-z-]+))?$/.exec(visit.url.pathname) ?? [];
  const page = pageAt(visit, path);
  if (!page) return false;
  if (visit.method === "GET" && !call) {
    sendJson(response, { blocks: blocksOf(visit, page) });
    return true;
  }
  if (visit.method !== "POST" || !call) return false;
  const body = await readJson(request);
  if (body.kind === "problem") send(response, body.status, "text/plain; charset=utf-8", body.sentence);
  else if (call === "query") sendJson(response, await query(visit, page, body.value));
  else if (call === "session-token") sendJson(response, { token: tokenFor(visit, page) });
  else return change(visit, page, call, body.value, response);
  return true;
}

function pageAt(visit: Visit, path: string): Page | undefined {
  const [, kind, token = "", step] = path.split("/");
  if (kind === "checkouts" && !step) return visit.store.checkout(token) && { kind: "checkout", token };
  const order = visit.store.orderByCheckout(token);
  if (!order) return undefined;
  if (kind === "checkouts") return { kind: "thank-you", order };
  return authenticationOf(visit, order) && { kind: "order-status", order };
}

const TARGETS = {
  checkout: "purchase.checkout.block.render",
  "thank-you": "purchase.thank-you.block.render",
  "order-status": "customer-account.order-status.block.render",
} as const satisfies Readonly<Record<Page["kind"], UiTarget>>;

function blocksOf(visit: Visit, page: Page): BlockToMount[] {
  return placedOn(visit, TARGETS[page.kind]).flatMap((block) => {
    const values = valuesFor(visit, page, block);
    const { placement, extension } = block;
    const { handle, target, capabilities } = extension;
    return values
      ? [
          {
            placement: placement.id,
            handle,
            target,
            bundle: `/assets/extensions/${handle}.js`,
            values,
            translations: translationsFor(extension, visit.words.locale),
            capabilities,
            isStorageRefused: visit.store.dials.extensionStorage === "refused",
          },
        ]
      : [];
  });
}

function valuesFor(visit: Visit, page: Page, block: PlacedBlock): Readonly<Record<string, unknown>> | undefined {
  if (page.kind === "checkout") {
    const checkout = visit.store.checkout(page.token);
    return checkout && checkoutValues(visit, checkout, block);
  }
  if (page.kind === "thank-you") return thankYouValues(visit, page.order, block);
  const state = authenticationOf(visit, page.order);
  return state && orderStatusValues(visit, page.order, block, state);
}

/** In the buyer's country and currency, whatever the query asks: what the checkout's session says stands. */
function query(visit: Visit, page: Page, { query: text, variables }: Readonly<Record<string, unknown>>) {
  const bought = page.kind === "checkout" ? visit.store.checkout(page.token) : page.order;
  const context = {
    language: visit.language,
    country: bought?.country ?? visit.context.country,
    currency: bought?.presentmentCurrency ?? visit.context.currency,
  };
  return visit.store.storefrontQuery(String(text ?? ""), (variables ?? {}) as Record<string, unknown>, context);
}

/** Names the customer only where one is signed in. */
function tokenFor({ store, customer }: Visit, page: Page): string {
  return store.sessionTokenFor(page.kind, customer?.id);
}

function change(
  visit: Visit,
  page: Page,
  call: string,
  sent: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): boolean {
  const made = page.kind === "checkout" ? apply(visit, page.token, call, sent) : undefined;
  if (!made) return false;
  const result =
    made.kind === "changed" ? ({ type: "success" } as const) : ({ type: "error", message: made.message } as const);
  sendJson(response, { result, blocks: blocksOf(visit, page) } satisfies ChangeMade);
  return true;
}

/** One change per call, as the types have them; undefined for a call that is none. */
function apply(
  { store }: Visit,
  token: string,
  call: string,
  sent: Readonly<Record<string, unknown>>,
): CheckoutAnswer | undefined {
  if (call === "lines") {
    const change = lineChange(sent, store.checkout(token)?.lines ?? []);
    return typeof change === "string" ? { kind: "refused", message: change } : store.changeCheckoutLine(token, change);
  }
  if (call === "discount-code") {
    const code = String(sent.code ?? "");
    return sent.type === "removeDiscountCode"
      ? store.removeDiscountCode(token, code)
      : store.addDiscountCode(token, code);
  }
  if (call === "note" || call === "attribute") {
    const attributes = [{ key: String(sent.key ?? ""), value: String(sent.value ?? "") }];
    const checkout = store.updateCheckout(token, call === "note" ? { note: String(sent.note ?? "") } : { attributes });
    return checkout && { kind: "changed", checkout };
  }
  return undefined;
}

/** The change as the store takes it, or why it is none. A removal of some of the pieces leaves the others. */
function lineChange(
  sent: Readonly<Record<string, unknown>>,
  lines: readonly { readonly id: string; readonly quantity: number }[],
): LineChange | string {
  const attributes = Array.isArray(sent.attributes) ? { attributes: sent.attributes } : {};
  const quantity = sent.quantity === undefined ? {} : { quantity: Number(sent.quantity) };
  const variantId = numberIn(sent.merchandiseId, "ProductVariant");
  if (sent.type === "addCartLine") {
    if (variantId === undefined) return "merchandiseId is no id of a variant";
    return { kind: "add", variantId, quantity: Number(sent.quantity), ...attributes };
  }
  const id = String(sent.id ?? "").replace("gid://shopify/CartLine/", "");
  const line = lines.find((each) => each.id === id);
  if (!line) return `there is no line ${String(sent.id)}`;
  if (sent.type === "updateCartLine") {
    return { kind: "change", id, ...(variantId !== undefined && { variantId }), ...quantity, ...attributes };
  }
  if (sent.type !== "removeCartLine") return `there is no change ${String(sent.type)}`;
  const left = line.quantity - Number(sent.quantity ?? line.quantity);
  return left > 0 ? { kind: "change", id, quantity: left } : { kind: "remove", id };
}

function numberIn(gid: unknown, type: string): number | undefined {
  const [, id] = new RegExp(`^gid://shopify/${type}/(\\d+)$`).exec(String(gid ?? "")) ?? [];
  return id === undefined ? undefined : Number(id);
}
