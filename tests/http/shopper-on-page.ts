import { expect } from "vitest";
import {
  type AcceptAnswer,
  acceptAnswer,
  decideAnswer,
  eventAnswer,
  type OfferView,
} from "#app/contracts/post-purchase.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { pageToken } from "./post-purchase-token.ts";
import type { ShopperAnswer, ShoppersServer } from "./shoppers-server.ts";

/** A shopper of one purchase, on the post-purchase page: says what the extension says, and reads its answers. */
export interface ShopperOnPage {
  /** The first offer; undefined when nothing is shown. */
  offered(): Promise<OfferView | undefined>;
  /** Takes the first variant of the first product, or all of a bundle. */
  accept(offer: OfferView, quantity?: number): Promise<ShopperAnswer>;
  /** What an accept that was not refused says. */
  accepted(offer: OfferView, quantity?: number): Promise<AcceptAnswer["kind"]>;
  /** What follows the answer. */
  declined(offer: OfferView): Promise<OfferView | undefined>;
  applied(
    offer: OfferView,
    status?: "processed" | "partially_processed" | "unprocessed",
    errors?: readonly string[],
  ): Promise<OfferView | undefined>;
}

export function shopperOnPage(
  server: ShoppersServer,
  referenceId: string,
  { shop = DEMO_SHOP, ...purchase }: { readonly shop?: Shop; readonly customerId?: string | undefined } = {},
): ShopperOnPage {
  const token = () =>
    pageToken(server.now, { referenceId, ...purchase }, { shop: { id: 1, domain: shop, metafields: [] } });
  const tell = async (event: Readonly<Record<string, unknown>>) => {
    const { status, body } = await server.post("event", token(), event);
    expect(status).toBe(200);
    return eventAnswer.parse(body).next;
  };
  const accept = (offer: OfferView, quantity = 1) => {
    const whole = offer.products.map(({ variants, pieces }) => ({
      variantId: variants[0]?.variantId,
      quantity: pieces,
    }));
    const items = offer.arrangement === "together" ? whole : [{ variantId: whole[0]?.variantId, quantity }];
    return server.post("accept", token(), { ticket: offer.ticket, items });
  };
  return {
    offered: async () => {
      const { status, body } = await server.post("decide", token());
      expect(status).toBe(200);
      const answer = decideAnswer.parse(body);
      return answer.kind === "show" ? answer.offer : undefined;
    },
    accept,
    accepted: async (offer, quantity) => {
      const { status, body } = await accept(offer, quantity);
      expect(status).toBe(200);
      return acceptAnswer.parse(body).kind;
    },
    declined: ({ ticket }) => tell({ kind: "decline", ticket }),
    applied: ({ ticket }, status = "processed", errors = []) => tell({ kind: "applied", ticket, status, errors }),
  };
}

/** The offer, or the test fails. */
export function shown(offer: OfferView | undefined): OfferView {
  if (!offer) throw new Error("nothing was offered");
  return offer;
}
