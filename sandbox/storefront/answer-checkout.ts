import type { IncomingMessage, ServerResponse } from "node:http";
import type { Checkout, PaymentMeans } from "../store/state/checkout.ts";
import { readForm, redirect, send, sendJson, sendPage } from "../web/http.ts";
import { checkoutPage, WALLET } from "./pages/checkout.ts";
import {
  type CheckoutErrors,
  type CheckoutValues,
  changeOf,
  errorsOf,
  parseValues,
  problemsOf,
  refusalIn,
  valuesOf,
  withWallet,
} from "./pages/checkout-form.ts";
import { checkoutSummary, payLabel, shippingChoice } from "./pages/checkout-summary.ts";
import { thankYouPage } from "./pages/order.ts";
import { keepCart, type Visit } from "./visit.ts";
import { amount } from "./words/words.ts";

/** What the checkout's script learns after every change. */
export interface DetailsAnswer {
  /** Markup of the parts that may have changed. */
  readonly summary: string;
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
    /^\/checkouts\/([0-9a-f]+)(?:\/(details|pay|wallet|thank-you))?$/.exec(visit.url.pathname) ?? [];
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

/** Reaching this page releases the order: nothing more can be added to it. */
function thankYou(visit: Visit, checkout: Checkout, response: ServerResponse): true {
  const order = visit.store.orderByCheckout(checkout.token);
  if (!order) {
    redirect(response, `/checkouts/${checkout.token}`);
    return true;
  }
  visit.store.finishPostPurchase(checkout.token);
  sendPage(response, thankYouPage(visit, order));
  return true;
}

function detailsFor(visit: Visit, before: Checkout, values: CheckoutValues): DetailsAnswer {
  const { store, words } = visit;
  const checkout = store.updateCheckout(before.token, changeOf(values, words)) ?? before;
  return {
    summary: checkoutSummary(visit, checkout).markup,
    shipping: shippingChoice(visit, checkout).markup,
    total: amount(checkout.total, words),
    payLabel: payLabel(words, checkout),
    offer: offerChance(visit, checkout),
  };
}

function offerChance({ store }: Visit, checkout: Checkout): OfferChance {
  const { country, language, presentmentCurrency, total, lines, shippingMethod, token } = checkout;
  const { initialPurchase } = store.postPurchaseInput(token, "Checkout::PostPurchase::ShouldRender");
  const bought = lines.map(({ variantId, quantity, total: { minor } }) => [variantId, quantity, minor]);
  return {
    possible: store.postPurchaseChance(token, { kind: "card", number: "" }).kind === "possible",
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
  const means = { kind: "card", number: values.cardNumber } as const;
  const answer = Object.keys(errors).length
    ? ({ kind: "refused", errors } as const)
    : await charge(visit, checkout, means);
  if (answer.kind === "paid") emptyCart(response);
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
  emptyCart(response);
  redirect(response, thankYouOf(checkout));
}

async function charge({ store, words }: Visit, checkout: Checkout, means: PaymentMeans): Promise<PayAnswer> {
  const payment = await store.pay(checkout.token, means);
  if (payment.kind === "paid") return { kind: "paid", offerPossible: payment.postPurchase.kind === "possible" };
  return { kind: "refused", errors: { cardNumber: refusalIn(words, payment.message) } };
}

function emptyCart(response: ServerResponse): void {
  response.setHeader("Set-Cookie", keepCart(new Map()));
}

function thankYouOf({ token }: Checkout): string {
  return `/checkouts/${token}/thank-you`;
}
