import type { Device, Facts, Surface, Utm } from "../facts/facts.ts";
import type { Currency } from "../values/currency.ts";
import type { ProductId, PurchaseReference, Shop, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** A purchase as a page of the shop tells of it. Amounts are in what the shopper pays in; what the page does not say is absent. */
export interface PurchaseSeen {
  /** The checkout's token; of a cart its own. */
  readonly reference: string;
  readonly locale: string;
  readonly lines: readonly {
    readonly product: string;
    readonly productTitle: string;
    readonly variant: string;
    readonly quantity: number;
    readonly total: Amount;
    readonly sellingPlan?: string | undefined;
  }[];
  readonly subtotal: Amount;
  readonly total: Amount;
  readonly discountTotal?: Amount | undefined;
  readonly discountCodes?: readonly string[] | undefined;
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly market?: string | undefined;
  readonly signedIn?: boolean | undefined;
  readonly paymentMethod?: string | undefined;
  readonly shippingMethod?: string | undefined;
  readonly landingPage?: string | undefined;
  readonly referrer?: string | undefined;
  readonly device?: Device | undefined;
  readonly utm?: { readonly [Name in keyof Utm]?: string | undefined } | undefined;
}

interface Amount {
  readonly minor: number;
  /** An ISO 4217 code in capitals. */
  readonly currency: string;
}

/** These surfaces are pages of the online store, and do not name the channel. */
const SALES_CHANNEL = "web";

/**
 * The purchase as facts: the same in the shopper's browser and in the app, so that both decide alike. All money is in what
 * the shopper pays in, which is the shop's or is not. Who the customer is, and what is known of them, only the app can add.
 */
export function factsOf(purchase: PurchaseSeen, shop: Shop, surface: Surface, at: Instant): Facts {
  const { lines, total, subtotal, discountTotal, country, region, utm } = purchase;
  const { discountCodes, market, signedIn, paymentMethod, shippingMethod, landingPage, referrer, device } = purchase;
  return {
    shop,
    surface,
    reference: purchase.reference as PurchaseReference,
    at,
    locale: purchase.locale,
    lines: lines.map(({ product, productTitle, variant, quantity, total, sellingPlan }) => ({
      product: product as ProductId,
      productTitle,
      variant: variant as VariantId,
      quantity,
      total: total as Money,
      ...known({ sellingPlan }),
    })),
    total: total as Money,
    subtotal: subtotal as Money,
    presentmentCurrency: total.currency as Currency,
    salesChannel: SALES_CHANNEL,
    ...known({
      discountTotal: discountTotal as Money | undefined,
      discountCodes,
      signedIn,
      destinationCountry: country,
      destinationRegion: region,
      market,
      paymentMethod,
      shippingMethod,
      landingPage,
      referrer,
      device,
      utm: utm && known(utm),
    }),
  };
}

type Known<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Without what is undefined: a fact that is not known is absent. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>;
}
