import { sum } from "#app/core/values/money.ts";
import { readForm, redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import type { FrameAnswer } from "./frame-request.ts";
import { orderPage } from "./order-page.ts";
import { ordersPage } from "./orders-page.ts";
import { counted, inMoney } from "./words.ts";

/** /orders, /orders/<id>, and the POSTs …/refund and …/cancel. */
export const answerOrders: FrameAnswer = async ({ path, request, response, query, place }, { store, now }) => {
  const { shop } = store;
  const [, id, act] = path;
  if (id === undefined) {
    sendPage(response, adminPage(place, "orders", "Orders", ordersPage(store.orders(), shop, place.base, now())));
    return true;
  }
  const order = store.order(Number(id));
  if (!order) return false;

  const say = (notice: string) =>
    redirect(response, `${place.base}/orders/${order.id}?${new URLSearchParams({ notice })}`);
  if (request.method === "POST" && act === "refund") {
    const form = await readForm(request);
    const refund = store.refund(order.id, form ? chosenLines(form) : []);
    const pieces = refund?.lines.reduce((count, { quantity }) => count + quantity, 0) ?? 0;
    const amount = refund?.transactions.map((made) => made.amount) ?? [];
    const [first] = amount;
    say(
      refund && first
        ? `${counted(pieces, "piece")} refunded: ${inMoney(sum(amount, first.currency))} given back.`
        : "Nothing was refunded: choose how many of which item.",
    );
    return true;
  }
  if (request.method === "POST" && act === "cancel") {
    say(store.cancel(order.id) ? "The order is cancelled." : "The order was cancelled before.");
    return true;
  }
  const notice = query.get("notice") ?? undefined;
  const view = { order, shop, appName: place.app.name, base: place.base, storeUrl: place.storeUrl, now: now() };
  sendPage(response, adminPage(place, "orders", order.name, orderPage({ ...view, ...(notice && { notice }) })));
  return true;
};

function chosenLines(form: URLSearchParams): { lineId: number; quantity: number }[] {
  return [...form]
    .map(([name, value]) => ({ lineId: Number(/^line-(\d+)$/.exec(name)?.[1]), quantity: Number(value) }))
    .filter(({ lineId, quantity }) => Number.isSafeInteger(lineId) && Number.isSafeInteger(quantity) && quantity > 0);
}
