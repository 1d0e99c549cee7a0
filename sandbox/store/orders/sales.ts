import { type Money, minus, plus, zero } from "#app/core/values/money.ts";
import { taxTotal } from "../checkout/taxes.ts";
import type { Engine } from "../engine.ts";
import type { OrderLine, Sale, ShippingLine } from "../state/order.ts";
import { discountOf, lineTotal } from "./amounts.ts";

/** The whole line as a sale: what it brought, tax included. */
export function lineSale(engine: Engine, line: OrderLine, action: Sale["action"]): Sale {
  const tax = taxTotal(line.taxLines, line.unitPrice);
  return {
    id: engine.newId("sale"),
    action,
    what: { kind: "product", lineId: line.id },
    quantity: line.quantity,
    total: plus(lineTotal(line), tax),
    tax,
    discount: negative(discountOf(line)),
  };
}

export function shippingSale(engine: Engine, line: ShippingLine, action: Sale["action"]): Sale {
  const tax = taxTotal(line.taxLines, line.price);
  return {
    id: engine.newId("sale"),
    action,
    what: { kind: "shipping", lineId: line.id },
    quantity: 1,
    total: plus(line.price, tax),
    tax,
    discount: zero(line.price.currency),
  };
}

/** Pieces (or a shipping line) that went back: everything is negative. */
export function returnSale(
  engine: Engine,
  back: { readonly what: Sale["what"]; readonly quantity: number; readonly subtotal: Money; readonly tax: Money },
): Sale {
  return {
    id: engine.newId("sale"),
    action: "RETURN",
    what: back.what,
    quantity: -back.quantity,
    total: negative(plus(back.subtotal, back.tax)),
    tax: negative(back.tax),
    discount: zero(back.tax.currency),
  };
}

function negative(amount: Money): Money {
  return minus(zero(amount.currency), amount);
}
