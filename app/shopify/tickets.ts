import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { derivedKey } from "#app/platform/derived-key.ts";

/** A ticket is made before the payment and used after it: it lives as long as the page's own token. */
export const TICKET_LIFE_MS = 2 * 60 * 60 * 1000;

/** What the contract takes: a hundred variants with a picture each fit, and a path of several offers behind them. */
const TICKET_LENGTH_MOST = 32_768;

type OpenedTicket =
  | { readonly kind: "opened"; readonly ticket: Ticket }
  /** Forged, cut short, of another shop or purchase, or not a ticket at all. */
  | { readonly kind: "not-ours" }
  | { readonly kind: "expired" };

export interface Tickets {
  /**
   * Gives the ticket as it was sealed, too: of products with so many variants that the text would be longer than the
   * contract takes, only the first are offered; a path whose words alone are longer ends with this offer.
   */
  seal(ticket: Ticket, now: Instant): { readonly ticket: Ticket; readonly sealed: string };
  /** Opens only what was sealed for this shop and purchase, and not after its time. */
  open(
    sealed: string,
    caller: { readonly shop: Shop; readonly reference: PurchaseReference },
    now: Instant,
  ): OpenedTicket;
}

/** The number is another with each shape that a ticket gets: one that an earlier release sealed is not ours any more. */
const KIND = "encore.ticket.2";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Tickets as sealed text: deflated JSON under AES-256-GCM. Sealed rather than only signed, because a ticket holds the
 * rule's name and words that are not this shopper's. The key is derived from the app's secret for this purpose and shop, so
 * no token of another kind or shop opens as a ticket, no ticket passes as a token, and random IVs stay far from wearing out one key.
 */
export function sealedTickets({ apiSecret }: { readonly apiSecret: string }): Tickets {
  const keyOf = (shop: Shop) => derivedKey(apiSecret, `${KIND}:${shop}`);
  const sealFitting = (ticket: Ticket, now: Instant): ReturnType<Tickets["seal"]> => {
    const sealed = seal({ ticket, expires: now + TICKET_LIFE_MS }, keyOf(ticket.shop));
    const smaller = sealed.length > TICKET_LENGTH_MOST ? smallerTicket(ticket) : undefined;
    return smaller ? sealFitting(smaller, now) : { ticket, sealed };
  };

  return {
    seal: sealFitting,

    open(sealed, caller, now) {
      const content = unseal(Buffer.from(sealed, "base64url"), keyOf(caller.shop));
      if (content?.ticket.shop !== caller.shop || content.ticket.reference !== caller.reference) {
        return { kind: "not-ours" };
      }
      return now < content.expires ? { kind: "opened", ticket: content.ticket } : { kind: "expired" };
    },
  };
}

/** With half of the variants of the product that has most; once each has one, without what follows. */
function smallerTicket(ticket: Ticket): Ticket | undefined {
  const { offer, ifAccepted, ifDeclined, ...rest } = ticket;
  const most = Math.max(...offer.products.map(({ variants }) => variants.length));
  if (most === 1) return ifAccepted || ifDeclined ? { ...rest, offer } : undefined;
  const products = offer.products.map((product) =>
    product.variants.length === most
      ? { ...product, variants: product.variants.slice(0, Math.ceil(most / 2)) }
      : product,
  );
  return { ...ticket, offer: { ...offer, products } };
}

interface Sealed {
  readonly ticket: Ticket;
  readonly expires: Instant;
}

function seal(content: Sealed, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(KIND));
  const plain = deflateRawSync(JSON.stringify(content));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

function unseal(bytes: Buffer, key: Buffer): Sealed | undefined {
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(KIND))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    // Past `final()` it is our own text: neither its size nor its shape is a stranger's.
    return JSON.parse(inflateRawSync(plain).toString("utf8")) as Sealed;
  } catch {
    // `final()` throws for everything that this key did not seal.
    return undefined;
  }
}
