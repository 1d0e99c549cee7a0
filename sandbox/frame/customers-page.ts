import type { Money } from "#app/core/values/money.ts";
import type { Customer } from "../store/state/customer.ts";
import type { ShopIdentity } from "../store/state/shop-identity.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { ICONS } from "./icons.ts";
import { tagsForm } from "./tags-form.ts";
import { atShop, counted, inMoney } from "./words.ts";

export interface CustomersPageView {
  /** Newest first. */
  readonly customers: readonly { readonly customer: Customer; readonly orders: number; readonly spent: Money }[];
  readonly shop: ShopIdentity;
  readonly base: string;
  readonly notice?: string;
}

/** Who bought, how often and for how much; their tags are edited where they stand. */
export function customersPage(view: CustomersPageView): Html {
  const { customers, base } = view;
  const list =
    customers.length === 0
      ? html`<section class="card empty-state"><h2>Your customers will show here</h2><p>The first order of an e-mail address makes one.</p></section>`
      : html`<section class="card flush"><div class="scroll"><table class="table"><thead><tr>
        <th scope="col">Customer</th><th scope="col">Since</th><th scope="col">Orders</th><th scope="col">Spent</th><th scope="col">Tags</th><th></th></tr></thead>
        <tbody>${customers.map((entry) => customerRow(entry, view))}</tbody></table></div></section>`;
  const add = html`<section class="card"><h2>Add a customer</h2><form class="stacked" method="post" action="${base}/customers/new">
    <label class="field">E-mail <input name="email" type="email" required></label>
    <label class="field">First name <input name="firstName"></label>
    <label class="field">Last name <input name="lastName"></label>
    <button class="button">Add customer</button></form></section>`;
  return pageBody(html`<h1>Customers</h1><span class="subdued">${counted(customers.length, "customer")}</span>`, [
    ...(view.notice ? [html`<div class="banner" role="status">${view.notice}</div>`] : []),
    list,
    add,
  ]);
}

function customerRow(
  { customer, orders, spent }: CustomersPageView["customers"][number],
  view: CustomersPageView,
): Html {
  const { id, email, tags, createdAt } = customer;
  const name = `${customer.firstName} ${customer.lastName}`.trim();
  const path = `${view.base}/customers/${id}`;
  return html`<tr>
    <td><span class="strong">${name || email}</span>${name && html`<br><span class="subdued">${email}</span>`}</td>
    <td class="subdued">${atShop(createdAt, view.shop)}</td>
    <td>${counted(orders, "order")}</td>
    <td class="number">${inMoney(spent)}</td>
    <td>${tagsForm({ action: `${path}/tags`, tags, of: name || email })}</td>
    <td>${orders === 0 && html`<form method="post" action="${path}/delete"><button class="button plain" aria-label="Delete ${name || email}">${ICONS.bin}</button></form>`}</td></tr>`;
}
