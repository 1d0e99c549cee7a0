import { PAYMENT_METHODS } from "../../store/checkout/payment-methods.ts";
import type { Checkout } from "../../store/state/checkout.ts";
import { type Html, html, json } from "../../web/html.ts";
import { blockScripts, blockSlot } from "../blocks/block-slot.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";
import type { CheckoutErrors, CheckoutValues, FieldName } from "./checkout-form.ts";
import { checkoutSummary, codeForm, payLabel, shippingChoice } from "./checkout-summary.ts";
import { checkoutDocument } from "./layout.ts";

export const WALLET = "Pocket Pay";

const TARGET = "purchase.checkout.block.render";

/** The one-page checkout, with what was typed and what is wrong with it. */
export function checkoutPage(visit: Visit, checkout: Checkout, values: CheckoutValues, errors: CheckoutErrors): string {
  const { words } = visit;
  const path = `/checkouts/${checkout.token}`;
  const isSent = checkout.lines.some(({ requiresShipping }) => requiresShipping);
  const body = html`<div class="checkout-columns">
    <aside class="checkout-side">
      <details class="summary" open>
        <summary><span>${words.summary}</span><span data-total>${amount(checkout.total, words)}</span></summary>
        <div id="summary">${checkoutSummary(visit, checkout)}</div>
        <div id="codes">${codeForm(visit, checkout)}</div>
        ${blockSlot(visit, TARGET, "order-summary")}
      </details>
    </aside>
    <div class="checkout-main">
      <h1 class="unseen">${words.checkout}</h1>
      <section class="express">
        <h2>${words.expressCheckout}</h2>
        <form method="post" action="${path}/wallet">
          <button class="wallet" type="submit">${words.payWithWallet(WALLET)}</button>
        </form>
        <p class="quiet small">${words.walletNote}</p>
        <p class="or"><span>${words.or}</span></p>
      </section>
      <form id="checkout" method="post" action="${path}/pay" novalidate>
        <p class="problem" id="form-error" role="alert" tabindex="-1"${!errors.form && html` hidden`}>${errors.form}</p>
        <section>
          <h2>${words.contact}</h2>
          ${field("email", words.email, values, errors, html` type="email" autocomplete="email" inputmode="email"`)}
        </section>
        ${blockSlot(visit, TARGET, "information")}
        <section>
          <h2>${words.delivery}</h2>
          ${!isSent && html`<p class="quiet">${words.nothingSent}</p>`}
          ${countryField(visit, values.country)}
          <div${!isSent && html` hidden`}>
          <div class="two">
            ${field("firstName", words.firstName, values, errors, html` autocomplete="given-name"`)}
            ${field("lastName", words.lastName, values, errors, html` autocomplete="family-name"`)}
          </div>
          ${field("address1", words.address1, values, errors, html` autocomplete="address-line1"`)}
          ${field("address2", words.address2, values, errors, html` autocomplete="address-line2"`)}
          <div class="two">
            ${field("zip", words.zip, values, errors, html` autocomplete="postal-code"`)}
            ${field("city", words.city, values, errors, html` autocomplete="address-level2"`)}
          </div>
          </div>
        </section>
        <section${!isSent && html` hidden`}>
          <h2>${words.shippingMethod}</h2>
          <div id="shipping">${shippingChoice(visit, checkout)}</div>
        </section>
        ${blockSlot(visit, TARGET, "payment")}
        ${paymentSection(visit, checkout, values, errors)}
        <button id="pay" class="button wide" type="submit">${payLabel(words, checkout)}</button>
        <noscript><p class="quiet small">${words.needsScript}</p></noscript>
        <p><a class="back" href="/cart">${words.backToCart}</a></p>
      </form>
    </div>
  </div>
  <script type="application/json" id="checkout-words">${json({ paying: words.paying, connection: words.connection })}</script>`;
  return checkoutDocument(visit, words.checkout, body, ["checkout", ...blockScripts(visit, TARGET)]);
}

function paymentSection(
  { words, store }: Visit,
  checkout: Checkout,
  values: CheckoutValues,
  errors: CheckoutErrors,
): Html {
  const currencies = [store.shop.currency, ...store.shop.otherCurrencies];
  const named = new Intl.DisplayNames([words.locale], { type: "currency" });
  const ways = [
    ["card", words.paymentWays.card],
    ...PAYMENT_METHODS.map(({ id, name }) => [id, words.paymentWays[id] ?? name]),
  ];
  return html`<section>
    <h2>${words.payment}</h2>
    <p class="quiet small">${words.paymentNote}</p>
    <label for="paymentMethod">${words.payWith}</label>
    <select id="paymentMethod" name="paymentMethod">
      ${ways.map(([id, name]) => html`<option value="${id}"${id === values.paymentMethod && html` selected`}>${name}</option>`)}
    </select>
    <div class="card-box" id="card-box">
      ${field("cardNumber", words.cardNumber, values, errors, html` inputmode="numeric" autocomplete="off"`)}
      <div class="two">
        ${field("expiry", words.expiry, values, errors, html` inputmode="numeric" autocomplete="off" placeholder="12/30"`)}
        ${field("cvv", words.cvv, values, errors, html` inputmode="numeric" autocomplete="off" placeholder="111"`)}
      </div>
      ${field("cardName", words.cardName, values, errors, html` autocomplete="off"`)}
      <details class="test-cards" open>
        <summary>${words.testCards}</summary>
        <dl>${words.testCardsRows.map(([number, what]) => html`<div><dt>${number}</dt><dd>${what}</dd></div>`)}</dl>
      </details>
    </div>
    <label for="currency">${words.currency}</label>
    <select id="currency" name="currency">
      ${currencies.map((code) => html`<option value="${code}"${code === checkout.presentmentCurrency && html` selected`}>${code} · ${named.of(code)}</option>`)}
    </select>
  </section>`;
}

function countryField({ words, store }: Visit, chosen: string): Html {
  const names = new Intl.DisplayNames([words.locale], { type: "region" });
  return html`<label for="country">${words.country}</label>
    <select id="country" name="country" autocomplete="country">
      ${store.shop.shipsTo.map((code) => html`<option value="${code}"${code === chosen && html` selected`}>${names.of(code)}</option>`)}
    </select>`;
}

/** A labelled input with its error beside it; `attributes` must begin with a space. */
function field(name: FieldName, label: string, values: CheckoutValues, errors: CheckoutErrors, attributes: Html): Html {
  const error = errors[name];
  const wrong = error && html` aria-invalid="true"`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${values[name]}" aria-describedby="${name}-error"${wrong}${attributes} />
    <p class="problem" id="${name}-error"${!error && html` hidden`}>${error}</p>
  </div>`;
}
