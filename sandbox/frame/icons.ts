import { Html } from "../web/html.ts";

function icon(path: string): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`,
  );
}

/** Drawn for this project: outlines on a grid of 20. */
export const ICONS = {
  menu: icon('<path d="M3 5.5h14M3 10h14M3 14.5h14"/>'),
  search: icon('<circle cx="9" cy="9" r="4.5"/><path d="m12.5 12.5 3.5 3.5"/>'),
  bag: icon(
    '<path d="M5 7h10l.9 9.5H4.1z" fill="currentColor" fill-opacity=".25"/><path d="M7.3 9V5.7a2.7 2.7 0 0 1 5.4 0V9"/>',
  ),
  order: icon('<path d="M4 4h12v12H4z"/><path d="M4 11.5h3.2a2.8 2.8 0 0 0 5.6 0H16"/>'),
  product: icon('<path d="M10 3.5h6.5V10L10 16.5 3.5 10z"/><circle cx="13.3" cy="6.7" r=".9"/>'),
  collection: icon('<path d="M6 6h10.5v10.5H6z"/><path d="M3.5 13.5v-10h10"/>'),
  customer: icon('<circle cx="10" cy="7" r="3"/><path d="M4 16.5c.6-3.3 3-5 6-5s5.4 1.7 6 5"/>'),
  app: icon('<path d="M4 4h5v5H4zM11 11h5v5h-5zM4 11h5v5H4zM13.5 4v5M11 6.5h5"/>'),
  store: icon('<path d="M4 9v7h12V9M3 7l1.5-3.5h11L17 7c0 2-3.4 2.6-3.5 0-.1 2.6-6.9 2.6-7 0C6.4 9.6 3 9 3 7z"/>'),
  settings: icon(
    '<circle cx="10" cy="10" r="2.3"/><path d="M10 3v2.5M10 14.5V17M3 10h2.5M14.5 10H17M5 5l1.8 1.8M13.2 13.2 15 15M15 5l-1.8 1.8M6.8 13.2 5 15"/>',
  ),
  back: icon('<path d="M11.5 5 6.5 10l5 5"/>'),
  bin: icon('<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10"/>'),
} as const;
