import { z } from "zod";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import { parseCurrency } from "#app/core/values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { type Money, moneyFromDecimal, sum } from "#app/core/values/money.ts";

/** Shopify's largest cart; a claim with more lines is not one of its purchases. */
const LINES_MOST = 500;

/** Numbers on the wire, decimal text here: a number past 2^53 has lost digits already and is refused. */
const numericId = z.union([z.int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)]).transform(String);

const amount = z
  .object({ amount: z.string(), currencyCode: z.string() })
  .transform(({ amount, currencyCode }, context): Money => {
    const currency = parseCurrency(currencyCode);
    const money = currency && moneyFromDecimal(amount, currency);
    if (money && money.minor >= 0) return money;
    context.issues.push({ code: "custom", message: "not an amount of money", input: amount });
    return z.NEVER;
  });

const purchase = z.object({
  referenceId: z.string().min(1).max(255),
  customerId: numericId.nullish().catch(undefined),
  destinationCountryCode: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .nullish()
    .catch(undefined),
  totalPriceSet: z.object({ shopMoney: amount, presentmentMoney: amount }),
  lineItems: z
    .array(
      z.object({
        product: z.object({ id: numericId, title: z.string(), variant: z.object({ id: numericId }) }),
        quantity: z.int().min(1).max(1_000_000),
        totalPriceSet: z.object({ shopMoney: amount, presentmentMoney: amount.optional() }),
        sellingPlanId: numericId.nullish(),
      }),
    )
    .max(LINES_MOST),
});

const inputData = z.object({ initialPurchase: purchase, locale: z.string().max(64) });

export type PurchaseReading =
  | { readonly kind: "read"; readonly facts: Facts }
  | { readonly kind: "unreadable"; readonly where: string };

/** Shopify shows the page after a checkout of the online store only, and its claim does not name the channel. */
const SALES_CHANNEL = "web";

/**
 * The verified `input_data` claim of the post-purchase page as facts at that moment: amounts to the minor unit, ids as
 * text. Customer and country are left out when they are absent or odd, for a rule can do without; anything else that is
 * not what Shopify documents is `unreadable`, with the path of the first fault. What discounts took off is not said.
 * Source: @shopify/post-purchase-ui-extensions 0.13.5, extension-points/api/post-purchase/post-purchase.ts.
 */
export function readPurchase(claim: unknown, shop: Shop, at: Instant): PurchaseReading {
  const parsed = inputData.safeParse(claim);
  if (!parsed.success) return { kind: "unreadable", where: parsed.error.issues[0]?.path.join(".") ?? "" };
  const { initialPurchase, locale } = parsed.data;
  const { shopMoney: total, presentmentMoney } = initialPurchase.totalPriceSet;
  const lines = initialPurchase.lineItems.map(lineFrom);
  if (lines.some((line) => line.total.currency !== total.currency)) {
    return { kind: "unreadable", where: "initialPurchase.lineItems.totalPriceSet.shopMoney.currencyCode" };
  }
  const { customerId, destinationCountryCode } = initialPurchase;
  const presentmentSubtotal = paidSubtotal(initialPurchase);
  return {
    kind: "read",
    facts: {
      shop,
      surface: "post-purchase",
      reference: initialPurchase.referenceId as PurchaseReference,
      at,
      locale,
      lines,
      total,
      subtotal: sum(
        lines.map((line) => line.total),
        total.currency,
      ),
      presentmentCurrency: presentmentMoney.currency,
      ...(presentmentSubtotal ? { presentmentSubtotal } : {}),
      salesChannel: SALES_CHANNEL,
      ...(customerId ? { customer: customerId as CustomerId } : {}),
      ...(destinationCountryCode ? { destinationCountry: destinationCountryCode.toUpperCase() } : {}),
    },
  };
}

/** What the lines come to in what the shopper pays in, where that is another currency and every line says it. */
function paidSubtotal({ totalPriceSet, lineItems }: z.infer<typeof purchase>): Money | undefined {
  const { currency } = totalPriceSet.presentmentMoney;
  if (currency === totalPriceSet.shopMoney.currency) return undefined;
  const paid = lineItems.flatMap((line) => line.totalPriceSet.presentmentMoney ?? []);
  const isSaid = paid.length === lineItems.length && paid.every((line) => line.currency === currency);
  return isSaid ? sum(paid, currency) : undefined;
}

function lineFrom({
  product,
  quantity,
  totalPriceSet,
  sellingPlanId,
}: z.infer<typeof purchase>["lineItems"][number]): PurchaseLine {
  return {
    product: product.id as ProductId,
    productTitle: product.title,
    variant: product.variant.id as VariantId,
    quantity,
    total: totalPriceSet.shopMoney,
    ...(sellingPlanId ? { sellingPlan: sellingPlanId } : {}),
  };
}
