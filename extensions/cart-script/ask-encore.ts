import type { PrepareAnswer, PurchaseBody, SurfaceDecideAnswer, SurfaceEventRequest } from "#app/contracts/surfaces.ts";
import type { OfferName, SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { preparedAsDrawn, untilPrepared } from "../shared/surface/until-prepared.ts";
import { fromAjax } from "./cart-money.ts";
import type { Settings } from "./settings.ts";
import { type Cart, type CartLine, codesOf } from "./shop-cart.ts";

const DECIDES_WITHIN = 4_000;
const EVENT_WITHIN = 10_000;
/** Browsers refuse what is to outlive its page and is longer than 64 KiB in bytes. */
const MAY_OUTLIVE_UP_TO = 20_000;
/** What the app takes at most: a longer text is cut, further lines are left out. */
const TEXT_MOST = 255;
const LINES_MOST = 500;

export type Encore = ReturnType<typeof encoreBehind>;

/**
 * The app behind the shop's own address: Shopify's app proxy signs what is sent. Silent is undefined.
 * Source: shopify.dev/docs/apps/build/online-store/app-proxies.
 */
export function encoreBehind(proxy: string) {
  return {
    decide: (purchase: PurchaseBody) => post<SurfaceDecideAnswer>("decide", { purchase }, DECIDES_WITHIN),

    /** The codes of an offer, as soon as they exist; undefined when they don't within ten seconds. */
    async prepare(purchase: PurchaseBody, offer: SurfaceOffer): Promise<readonly string[] | undefined> {
      const asked = { purchase, ...preparedAsDrawn(offer) };
      return (await untilPrepared((milliseconds) => post<PrepareAnswer>("prepare", asked, milliseconds)))?.codes;
    },

    /** Never waited for; it outlives the page. */
    tell(
      purchase: PurchaseBody,
      offer: OfferName,
      kind: SurfaceEventRequest["kind"],
      items?: SurfaceEventRequest["items"],
    ): void {
      post("event", { purchase, offer, kind, ...(items && { items, turn: Date.now() }) }, EVENT_WITHIN, true);
    },
  };

  async function post<Answer>(verb: string, body: object, milliseconds: number, keepalive = false) {
    const sent = JSON.stringify(body);
    try {
      const response = await fetch(`${proxy}/cart/${verb}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: sent,
        keepalive: keepalive && sent.length < MAY_OUTLIVE_UP_TO,
        signal: AbortSignal.timeout(milliseconds),
      });
      return response.ok ? ((await response.json()) as Answer) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The cart as the app reads a purchase. */
export function purchaseOf(cart: Cart, { locale, country, signedIn }: Settings): PurchaseBody {
  const money = (amount: number) => fromAjax(amount, cart.currency);
  return {
    // Newer tokens carry a key that is the shopper's alone: "…?key=…".
    reference: cart.token.split("?")[0] ?? "",
    locale,
    lines: cart.items.slice(0, LINES_MOST).map((line) => lineOf(line, money(line.final_line_price))),
    subtotal: money(cart.items_subtotal_price),
    total: money(cart.total_price),
    discountTotal: money(cart.total_discount),
    discountCodes: codesOf(cart).map(cut),
    ...(/^[A-Z]{2}$/.test(country) && { country }),
    signedIn,
    device: innerWidth < 600 ? "phone" : innerWidth < 1_024 ? "tablet" : "desktop",
  };
}

function lineOf(line: CartLine, total: PurchaseBody["total"]): PurchaseBody["lines"][number] {
  const plan = line.selling_plan_allocation?.selling_plan.id;
  return {
    product: String(line.product_id),
    productTitle: cut(line.product_title),
    variant: String(line.variant_id),
    quantity: line.quantity,
    total,
    ...(plan !== undefined && { sellingPlan: String(plan) }),
  };
}

function cut(text: string): string {
  return text.slice(0, TEXT_MOST);
}
