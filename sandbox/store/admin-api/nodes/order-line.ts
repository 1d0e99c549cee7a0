import type { Currency } from "#app/core/values/currency.ts";
import { type Money, money, sum, times } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { booked } from "../../money-bag.ts";
import { discountOf, isHeld, lineTotal } from "../../orders/amounts.ts";
import { variantOf } from "../../products.ts";
import type { Order, OrderLine } from "../../state/order.ts";
import { gid } from "../gid.ts";
import { productNode, variantNode } from "./goods.ts";
import { bagNode, moneyNode } from "./money.ts";

export function lineNode(engine: Engine, order: Order, line: OrderLine) {
  const bag = (amount: Money) => bagNode(amount, order.presentmentCurrency);
  const variantTitle = line.variantTitle === "Default Title" ? null : line.variantTitle;
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    name: variantTitle === null ? line.title : `${line.title} - ${variantTitle}`,
    sku: line.sku,
    variantTitle,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    unfulfilledQuantity: isHeld(order, engine.now()) ? 0 : line.currentQuantity,
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard ?? false,
    customAttributes: line.attributes,
    variant: () => {
      const found = variantOf(engine, line.variantId);
      return found ? variantNode(engine, found.product, found.variant) : null;
    },
    product: () => {
      const product = engine.state.products.find(({ id }) => id === line.productId);
      return product ? productNode(engine, product) : null;
    },
    originalUnitPriceSet: bag(line.unitPrice),
    originalTotalSet: bag(times(line.unitPrice, line.quantity)),
    totalDiscountSet: bag(discountOf(line)),
    discountedUnitPriceAfterAllDiscountsSet: bag(discountedUnitPrice(line)),
    discountAllocations: line.discountAllocations.map(({ application, amount }) => ({
      allocatedAmountSet: bag(amount),
      discountApplication: discountApplicationNode(order, application),
    })),
    taxLines: ({ first }: { first?: number | null }) =>
      line.taxLines.slice(0, first ?? undefined).map(({ title, rate, amount }) => ({
        title,
        rate,
        ratePercentage: rate * 100,
        priceSet: bag(amount),
      })),
  };
}

/** The line divided by its pieces, rounded: times the quantity it can miss the line's total by some pence. */
function discountedUnitPrice(line: OrderLine): Money {
  return money(Math.round(lineTotal(line).minor / line.quantity), line.unitPrice.currency);
}

const APPLICATION_TYPES = {
  manual: "ManualDiscountApplication",
  automatic: "AutomaticDiscountApplication",
  code: "DiscountCodeApplication",
} as const;

function discountApplicationNode(order: Order, index: number) {
  const application = order.discounts[index];
  const taken = order.lines.flatMap((line) => line.discountAllocations).filter((part) => part.application === index);
  return {
    __typename: APPLICATION_TYPES[application?.kind ?? "manual"],
    allocationMethod: application?.valueType === "percentage" ? "ACROSS" : "EACH",
    index,
    targetSelection: application?.selection.toUpperCase() ?? "EXPLICIT",
    targetType: application?.target.toUpperCase() ?? "LINE_ITEM",
    title: application?.title ?? "",
    code: application?.code ?? "",
    description: application?.title ?? null,
    value:
      application?.valueType === "percentage"
        ? { __typename: "PricingPercentageValue", percentage: application.value }
        : moneyNode(
            booked(
              sum(
                taken.map((part) => part.amount),
                order.presentmentCurrency as Currency,
              ),
            ),
          ),
  };
}
