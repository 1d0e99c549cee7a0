import { html } from "../../web/html.ts";
import type { Visit } from "../visit.ts";
import { shopPage } from "./layout.ts";

export function notFoundPage(visit: Visit): string {
  const { words } = visit;
  return shopPage(
    visit,
    words.notFound,
    html`<div class="empty">
      <h1>${words.notFound}</h1>
      <p>${words.notFoundText}</p>
      <a class="button" href="/">${words.goShopping}</a>
    </div>`,
  );
}
