import type { ShopIdentity } from "../store/state/shop-identity.ts";
import type { WebhookDelivery } from "../store/webhooks/webhook-delivery.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { atShop } from "./words.ts";

/** How Shopify's Admin API behaves towards the app. */
export const ADMIN_API_ANSWERS = ["answering", "throttled", "failing"] as const;

export interface SettingsPageView {
  readonly adminApi: (typeof ADMIN_API_ANSWERS)[number];
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
  const others = ADMIN_API_ANSWERS.filter((how) => how !== view.adminApi).map(
    (how) =>
      html`<form method="post" action="${base}/settings/admin-api/${how}"><button class="button">${ADMIN_API_WORDS[how].turn}</button></form>`,
  );
  const adminApi = html`<section class="card"><div class="card-line"><div><h2>Admin API</h2>
    <p class="subdued">${ADMIN_API_WORDS[view.adminApi].now}</p></div>${others}</div></section>`;
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
  return pageBody(html`<h1>Apps and webhooks</h1>`, [app, postPurchase, adminApi, webhooks]);
}

const ADMIN_API_WORDS = {
  answering: { now: "Shopify answers the app.", turn: "Answer" },
  throttled: { now: "Shopify slows the app down: every question is answered THROTTLED.", turn: "Slow down" },
  failing: { now: "Shopify does not answer the app: every question ends in an error 500.", turn: "Stop answering" },
};

function stateBadge({ state }: WebhookDelivery): Html {
  if (state === "delivered") return html`<span class="badge success">Delivered</span>`;
  return state === "waiting"
    ? html`<span class="badge attention">Waiting</span>`
    : html`<span class="badge critical">Given up</span>`;
}

function answersOf({ attempts }: WebhookDelivery): string {
  return attempts.map(({ answer, tookMs }) => `${answer} in ${Math.round(tookMs)} ms`).join(", then ");
}
