import { type Money, plus } from "#app/core/values/money.ts";
import type { Checkout } from "../../store/state/checkout.ts";
import type { TaxLine } from "../../store/state/order.ts";
import { type Html, html } from "../../web/html.ts";
import { ownTotal } from "../cart/own-total.ts";
import type { Visit } from "../visit.ts";
import { amount, percent, type Words } from "../words/words.ts";

/** Lines, codes and sums: drawn anew whenever anything of them may have changed. */
export function checkoutSummary({ words }: Visit, checkout: Checkout): Html {
  const ofOrder = checkout.discounts.filter((discount) => discount.class === "ORDER");
  const ofShipping = checkout.discounts.filter((discount) => discount.class === "SHIPPING");
  return html`<ul class="summary-lines">
      ${checkout.lines.map((line) => {
        const hasChoice = line.options.length > 0;
        const own = ownTotal(line, checkout.discounts);
        const names = line.allocations.flatMap(({ discount }) => {
          const applied = checkout.discounts[discount];
          return applied?.class === "PRODUCT" ? [applied.code ?? applied.title] : [];
        });
        return summaryLine(words, {
          picture: hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture,
          title: line.title,
          choice: hasChoice ? line.variantTitle : "",
          quantity: line.quantity,
          total: own,
          ...(own.minor < line.originalTotal.minor && { was: line.originalTotal, discount: names.join(", ") }),
        });
      })}
    </ul>
    ${sums(words, {
      ...checkout,
      subtotal: ofOrder.reduce((total, { amount: off }) => plus(total, off), checkout.subtotal),
      reductions: ofOrder.map(({ code, title, amount: off }) => ({ title: code ?? title, off })),
      shippingWas: ofShipping.reduce((total, { amount: off }) => plus(total, off), checkout.shipping),
    })}`;
}

/** Where a code is typed, and those that stand, each with its way out. */
export function codeForm({ words }: Visit, { token, codes }: Checkout, problem = ""): Html {
  const standing = codes.filter(({ applies }) => applies);
  return html`<form id="code-form" class="code-form" method="post" action="/checkouts/${token}/code">
    <label class="unseen" for="code">${words.discountCode}</label>
    <input id="code" name="code" autocomplete="off" placeholder="${words.discountCode}" aria-describedby="code-error" maxlength="255" />
    <button class="plain" type="submit">${words.apply}</button>
    <p class="problem" id="code-error" role="alert"${!problem && html` hidden`}>${problem}</p>
    ${standing.length > 0 && html`<ul class="codes">${standing.map(({ code }) => html`<li class="tag">${code} <button class="link" name="remove" value="${code}" aria-label="${words.removeCode(code)}">✕</button></li>`)}</ul>`}
  </form>`;
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
  /** Off the order as a whole. */
  readonly reductions?: readonly { readonly title: string; readonly off: Money }[];
  readonly shipping: Money;
  readonly shippingWas?: Money;
  readonly taxLines: readonly TaxLine[];
  readonly total: Money;
}

/** Every amount is in what the shopper pays in. */
export function sums(words: Words, { subtotal, reductions = [], shipping, shippingWas, taxLines, total }: Sums): Html {
  const shippingText = shipping.minor === 0 ? words.free : amount(shipping, words);
  return html`<div class="sums">
    <p class="sum-row"><span>${words.subtotal}</span><span>${amount(subtotal, words)}</span></p>
    ${reductions.map(({ title, off }) => html`<p class="sum-row"><span>${title}</span><span>−${amount(off, words)}</span></p>`)}
    <p class="sum-row"><span>${words.shipping}</span><span>${shippingWas && shippingWas.minor > shipping.minor && html`<s>${amount(shippingWas, words)}</s> `}${shippingText}</span></p>
    ${taxLines.map((tax) => html`<p class="sum-row"><span>${words.tax(percent(tax.rate, words))}</span><span>${amount(tax.amount, words)}</span></p>`)}
    <p class="sum-row strong"><span>${words.total}</span><span data-total>${amount(total, words)}</span></p>
  </div>`;
}

/** What the button to pay says. */
export function payLabel(words: Words, { total }: Checkout): string {
  return words.payNow(amount(total, words));
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
