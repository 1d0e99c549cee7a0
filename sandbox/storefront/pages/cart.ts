import { html } from "../../web/html.ts";
import { CART_TEMPLATE, section } from "../theme/section-rendering.ts";
import type { Visit } from "../visit.ts";
import { shopPage } from "./layout.ts";

/** Sections of the theme, one below the other; lines and total share a form. */
export function cartPage(visit: Visit): string {
  const [items, ...beside] = CART_TEMPLATE.map((id) => section(visit, id));
  return shopPage(
    visit,
    visit.words.cartTitle,
    html`<div class="cart">${items}<div class="cart-side">${beside}</div></div>`,
  );
}
