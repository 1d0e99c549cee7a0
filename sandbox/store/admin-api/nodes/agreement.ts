import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { ONLINE_STORE_APP_ID } from "../../state/ids.ts";
import type { Agreement, Order, Sale } from "../../state/order.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { bagNode } from "./money.ts";
import { lineNode } from "./order-line.ts";
import { ourAppNode } from "./shop.ts";

const TYPES = { ORDER: "OrderAgreement", ORDER_EDIT: "OrderEditAgreement", REFUND: "RefundAgreement" } as const;

/** One step by which the order became what it is, with the app that made it. */
export function agreementNode(engine: Engine, order: Order, agreement: Agreement) {
  return {
    __typename: TYPES[agreement.reason],
    id: gid("SalesAgreement", agreement.id),
    happenedAt: isoSeconds(agreement.at),
    reason: agreement.reason,
    app: () => appOf(engine, agreement),
    sales: (args: PageArgs) =>
      connectionOf(
        agreement.sales,
        args,
        (sale) => sale.id,
        (sale) => saleNode(engine, order, sale),
      ),
  };
}

/** What staff do in the store's admin has no app. */
function appOf(engine: Engine, { by }: Agreement) {
  if (by === "our-app") return ourAppNode(engine);
  if (by === "store-admin") return null;
  return {
    __typename: "App",
    id: gid("App", ONLINE_STORE_APP_ID),
    title: "Online Store",
    handle: "online_store",
    apiKey: "",
    isPostPurchaseAppInUse: false,
  };
}

function saleNode(engine: Engine, order: Order, sale: Sale) {
  const bag = (amount: Parameters<typeof bagNode>[0]) => bagNode(amount, order.presentmentCurrency);
  const { what } = sale;
  const line = what.kind === "product" ? order.lines.find(({ id }) => id === what.lineId) : undefined;
  return {
    __typename: line ? "ProductSale" : "ShippingLineSale",
    id: gid(line ? "ProductSale" : "ShippingLineSale", sale.id),
    actionType: sale.action,
    lineType: line ? "PRODUCT" : "SHIPPING",
    quantity: sale.quantity,
    totalAmount: bag(sale.total),
    totalTaxAmount: bag(sale.tax),
    totalDiscountAmountAfterTaxes: bag(sale.discount),
    lineItem: () => (line ? lineNode(engine, order, line) : null),
  };
}
