import type { ShopIdentity } from "../store/state/shop-identity.ts";
import type { WebhookDelivery } from "../store/webhooks/webhook-delivery.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { atShop } from "./words.ts";

export interface SettingsPageView {
  readonly appName: string;
  /** Which app the shop has chosen for the page after the purchase. */
  readonly postPurchaseApp: "ours" | "another";
  readonly installed: boolean;
  readonly scopes: readonly string[];
  readonly deliveries: readonly WebhookDelivery[];
  readonly shop: ShopIdentity;
  readonly base: string;
}

/** What the store knows of the app: its rights, and the webhooks that went to it. */
export function settingsPage(view: SettingsPageView): Html {
  const { appName, installed, base, deliveries, shop } = view;
  const app = html`<section class="card"><div class="card-line"><div><h2>${appName}</h2>
    <p class="subdued">${installed ? `Installed. May: ${view.scopes.join(", ")}.` : "Not installed."}</p></div>
    <form method="post" action="${base}/settings/${installed ? "uninstall" : "install"}">
    <button class="button ${installed ? "critical" : "primary"}">${installed ? "Uninstall" : "Install"}</button></form></div></section>`;
  const isOurs = view.postPurchaseApp === "ours";
  const postPurchase = html`<section class="card"><div class="card-line"><div><h2>Post-purchase page</h2>
    <p class="subdued">${isOurs ? `${appName} is chosen.` : `Another app is chosen: ${appName} is never asked there.`}</p></div>
    <form method="post" action="${base}/settings/post-purchase-app">
    <button class="button">${isOurs ? "Choose another app" : `Choose ${appName}`}</button></form></div></section>`;
  const rows = deliveries.slice(0, 100).map(
    (
      delivery,
    ) => html`<tr><td class="strong">${delivery.topic}</td><td class="subdued">${atShop(delivery.triggeredAt, shop)}</td>
      <td>${stateBadge(delivery)}</td><td class="subdued">${answersOf(delivery)}</td></tr>`,
  );
  const webhooks = html`<section class="card flush"><div class="card-heading"><h2>Webhooks</h2></div>${
    rows.length === 0
      ? html`<p class="subdued padded">Nothing was sent yet.</p>`
      : html`<div class="scroll"><table class="table"><thead><tr><th>Topic</th><th>Sent</th><th>State</th><th>The app answered</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }</section>`;
  return pageBody(html`<h1>Apps and webhooks</h1>`, [app, postPurchase, webhooks]);
}

function stateBadge({ state }: WebhookDelivery): Html {
  if (state === "delivered") return html`<span class="badge success">Delivered</span>`;
  return state === "waiting"
    ? html`<span class="badge attention">Waiting</span>`
    : html`<span class="badge critical">Given up</span>`;
}

function answersOf({ attempts }: WebhookDelivery): string {
  return attempts.map(({ answer, tookMs }) => `${answer} in ${Math.round(tookMs)} ms`).join(", then ");
}
