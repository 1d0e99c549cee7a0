import type { Money } from "#app/core/values/money.ts";
import { presented } from "../../store/money-bag.ts";
import type { Checkout } from "../../store/state/checkout.ts";
import type { TaxLine } from "../../store/state/order.ts";
import { type Html, html } from "../../web/html.ts";
import type { Visit } from "../visit.ts";
import { amount, percent, type Words } from "../words/words.ts";

/** Lines and sums: drawn anew whenever country or shipping change. */
export function checkoutSummary({ words }: Visit, checkout: Checkout): Html {
  return html`<ul class="summary-lines">
      ${checkout.lines.map((line) => {
        const hasChoice = line.variantTitle !== "Default Title";
        const picture = hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture;
        return summaryLine(words, {
          picture,
          title: line.title,
          choice: hasChoice ? line.variantTitle : "",
          quantity: line.quantity,
          total: line.total,
        });
      })}
    </ul>
    ${sums(words, checkout)}`;
}

export interface SummaryLine {
  readonly picture: string;
  readonly title: string;
  readonly choice: string;
  readonly quantity: number;
  readonly total: Money;
  /** What the line cost before its discount, and what the discount is called. */
  readonly was?: Money;
  readonly discount?: string;
  readonly note?: string;
}

export function summaryLine(words: Words, line: SummaryLine): Html {
  return html`<li>
    <span class="summary-picture"><img src="${line.picture}" alt="" width="64" height="64" /><span class="count">${line.quantity}</span></span>
    <span class="summary-title">
      ${line.title}
      ${line.choice && html`<span class="quiet small">${line.choice}</span>`}
      ${line.discount && html`<span class="tag">${line.discount}</span>`}
      ${line.note && html`<span class="quiet small">${line.note}</span>`}
    </span>
    <span class="summary-price">${line.was && html`<s>${amount(line.was, words)}</s> `}${amount(line.total, words)}</span>
  </li>`;
}

interface Sums {
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly taxLines: readonly TaxLine[];
  readonly total: Money;
  /** What the shopper pays in. */
  readonly presentmentCurrency: string;
}

export function sums(words: Words, { subtotal, shipping, taxLines, total, presentmentCurrency }: Sums): Html {
  const charged = presented(total, presentmentCurrency);
  const shippingText = shipping.minor === 0 ? words.free : amount(shipping, words);
  return html`<div class="sums">
    <p class="sum-row"><span>${words.subtotal}</span><span>${amount(subtotal, words)}</span></p>
    <p class="sum-row"><span>${words.shipping}</span><span>${shippingText}</span></p>
    ${taxLines.map((tax) => html`<p class="sum-row"><span>${words.tax(percent(tax.rate, words))}</span><span>${amount(tax.amount, words)}</span></p>`)}
    <p class="sum-row strong"><span>${words.total}</span><span data-total>${amount(total, words)}</span></p>
    ${charged.currency !== total.currency && html`<p class="sum-row"><span>${words.chargedAs}</span><span>${amount(charged, words)}</span></p>`}
  </div>`;
}

/** What the button to pay says: the amount in the currency that is charged. */
export function payLabel(words: Words, { total, presentmentCurrency }: Checkout): string {
  return words.payNow(amount(presented(total, presentmentCurrency), words));
}

/** The methods the country has, the chosen one ticked. */
export function shippingChoice({ words }: Visit, checkout: Checkout): Html {
  if (checkout.shippingMethods.length === 0) return html`<p class="quiet">${words.noShipping}</p>`;
  return html`<fieldset class="choices">
    <legend class="unseen">${words.shippingMethod}</legend>
    ${checkout.shippingMethods.map((method) => {
      const chosen = method.id === checkout.shippingMethod?.id;
      return html`<label class="choice">
        <input type="radio" name="shippingMethod" value="${method.id}"${chosen && html` checked`} />
        <span>${words.methods[method.id]?.[0] ?? method.title}<span class="quiet small">${words.methods[method.id]?.[1] ?? method.promise}</span></span>
        <span>${method.price.minor === 0 ? words.free : amount(method.price, words)}</span>
      </label>`;
    })}
  </fieldset>`;
}
