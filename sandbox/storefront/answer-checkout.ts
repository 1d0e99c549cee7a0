import type { IncomingMessage, ServerResponse } from "node:http";
import type { Checkout, PaymentMeans } from "../store/state/checkout.ts";
import { readForm, redirect, send, sendJson, sendPage } from "../web/http.ts";
import { checkoutPage, WALLET } from "./pages/checkout.ts";
import {
  type CheckoutErrors,
  type CheckoutValues,
  changeOf,
  errorsOf,
  meansOf,
  parseValues,
  problemsOf,
  refusalIn,
  valuesOf,
  withWallet,
} from "./pages/checkout-form.ts";
import { checkoutSummary, codeForm, payLabel, shippingChoice } from "./pages/checkout-summary.ts";
import { thankYouPage } from "./pages/order.ts";
import { keep, keepOrder, type Visit } from "./visit.ts";
import { amount } from "./words/words.ts";

/** What the checkout's script learns after every change. */
export interface DetailsAnswer {
  /** Markup of the parts that may have changed. */
  readonly summary: string;
  readonly codes: string;
  readonly shipping: string;
  readonly total: string;
  readonly payLabel: string;
  readonly offer: OfferChance;
}

/** Whether the app is to be asked, and for which purchase: asked again when `purchase` differs. */
export type OfferChance = { readonly possible: boolean; readonly purchase: string };

export type PayAnswer =
  | { readonly kind: "paid"; readonly offerPossible: boolean }
  | { readonly kind: "refused"; readonly errors: CheckoutErrors };

/** Everything below /checkouts/<token> but the post-purchase step; false when the path is another. */
export async function answerCheckout(
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, token, step] =
    /^\/checkouts\/([0-9a-f]+)(?:\/(details|code|pay|wallet|thank-you))?$/.exec(visit.url.pathname) ?? [];
  const checkout = token ? visit.store.checkout(token) : undefined;
  if (!checkout) return false;
  const isPost = visit.method === "POST";
  if (step === "thank-you" && !isPost) return thankYou(visit, checkout, response);
  if (step === undefined && !isPost) return showCheckout(visit, checkout, response);
  if (!isPost || !step || step === "thank-you") return false;
  const form = await readForm(request);
  if (!form) send(response, 413, "text/plain; charset=utf-8", "That form is too large.");
  else if (step === "wallet") await payByWallet(visit, checkout, response);
  else if (step === "details") sendJson(response, detailsFor(visit, checkout, parseValues(form)));
  else if (step === "code") changeCode(visit, checkout, form, request, response);
  else await payByCard(visit, checkout, parseValues(form), request, response);
  return true;
}

function showCheckout(visit: Visit, checkout: Checkout, response: ServerResponse): true {
  const { state } = visit.store.updateCheckout(checkout.token, { language: visit.words.locale }) ?? checkout;
  if (state.kind === "paid") redirect(response, thankYouOf(checkout));
  else
    sendPage(response, checkoutPage(visit, checkout, valuesOf(checkout), problemsOf(checkout.problems, visit.words)));
  return true;
}

/**
 * Shown once, and reaching it releases the order: nothing more can be added to it. Who comes again sees the order's status.
 * https://shopify.dev/docs/apps/build/checkout/thank-you-order-status
 */
function thankYou(visit: Visit, checkout: Checkout, response: ServerResponse): true {
  const order = visit.store.orderByCheckout(checkout.token);
  if (!order || order.fulfillment.releasedAt !== undefined) {
    redirect(response, order ? `/orders/${checkout.token}` : `/checkouts/${checkout.token}`);
    return true;
  }
  visit.store.finishPostPurchase(checkout.token);
  sendPage(response, thankYouPage(visit, order));
  return true;
}

function detailsFor(visit: Visit, before: Checkout, values: CheckoutValues): DetailsAnswer {
  const { store, words } = visit;
  const checkout = store.updateCheckout(before.token, changeOf(values, words)) ?? before;
  return detailsOf(visit, checkout, meansOf(values));
}

function detailsOf(visit: Visit, checkout: Checkout, means: PaymentMeans, codeProblem?: string): DetailsAnswer {
  const { words } = visit;
  return {
    summary: checkoutSummary(visit, checkout).markup,
    codes: codeForm(visit, checkout, codeProblem).markup,
    shipping: shippingChoice(visit, checkout).markup,
    total: amount(checkout.total, words),
    payLabel: payLabel(words, checkout),
    offer: offerChance(visit, checkout, means),
  };
}

/** A code put in or taken out; what it does is in the summary, why it does nothing beside its field. */
function changeCode(
  visit: Visit,
  before: Checkout,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { store, words } = visit;
  const { token } = before;
  const [code, gone] = [(form.get("code") ?? "").trim(), form.get("remove")];
  const made = gone === null ? code && store.addDiscountCode(token, code) : store.removeDiscountCode(token, gone);
  const checkout = store.checkout(token) ?? before;
  const problem = made && made.kind === "refused" ? words.codeRefused(code) : "";
  if (!request.headers.accept?.includes("application/json")) redirect(response, `/checkouts/${token}`);
  else sendJson(response, detailsOf(visit, checkout, { kind: "card", number: "" }, problem));
}

function offerChance({ store }: Visit, checkout: Checkout, means: PaymentMeans): OfferChance {
  const { country, language, presentmentCurrency, total, lines, shippingMethod, token } = checkout;
  const { initialPurchase } = store.postPurchaseInput(token, "Checkout::PostPurchase::ShouldRender");
  const bought = lines.map(({ variantId, quantity, total: { minor } }) => [variantId, quantity, minor]);
  return {
    possible: store.postPurchaseChance(token, means).kind === "possible",
    purchase: JSON.stringify([
      country,
      language,
      presentmentCurrency,
      total.minor,
      bought,
      shippingMethod?.id,
      initialPurchase.customerId,
    ]),
  };
}

async function payByCard(
  visit: Visit,
  before: Checkout,
  values: CheckoutValues,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { store, words } = visit;
  const checkout = store.updateCheckout(before.token, changeOf(values, words)) ?? before;
  const errors = checkout.state.kind === "paid" ? {} : errorsOf(values, checkout, words);
  const answer = Object.keys(errors).length
    ? ({ kind: "refused", errors } as const)
    : await charge(visit, checkout, meansOf(values));
  if (answer.kind === "paid") bought(visit, checkout, response);
  if (request.headers.accept?.includes("application/json")) return sendJson(response, answer);
  if (answer.kind === "paid") return redirect(response, thankYouOf(checkout));
  sendPage(response, checkoutPage(visit, checkout, values, answer.errors), 422);
}

async function payByWallet(visit: Visit, before: Checkout, response: ServerResponse): Promise<void> {
  withWallet(visit.store, before.token, visit.words);
  const checkout = visit.store.checkout(before.token) ?? before;
  const answer = await charge(visit, checkout, { kind: "wallet", name: WALLET });
  if (answer.kind === "refused") {
    const { form, cardNumber } = answer.errors;
    const errors = { form: form ?? cardNumber ?? "" };
    return sendPage(response, checkoutPage(visit, checkout, valuesOf(checkout), errors), 422);
  }
  bought(visit, checkout, response);
  redirect(response, thankYouOf(checkout));
}

async function charge({ store, words }: Visit, checkout: Checkout, means: PaymentMeans): Promise<PayAnswer> {
  const payment = await store.pay(checkout.token, means);
  if (payment.kind === "paid") return { kind: "paid", offerPossible: payment.postPurchase.kind === "possible" };
  return { kind: "refused", errors: { cardNumber: refusalIn(words, payment.message) } };
}

/** The cart that was bought is gone, another one stays; and this browser knows the order as its own. */
function bought(visit: Visit, { token }: Checkout, response: ServerResponse): void {
  if (visit.store.orderByCheckout(token)?.cartToken === visit.cart?.token) keep(response, "cart", "");
  keepOrder(visit, response, token);
}

function thankYouOf({ token }: Checkout): string {
  return `/checkouts/${token}/thank-you`;
}
