import type { Placement } from "../../store/state/placement.ts";
import { Html, html } from "../../web/html.ts";
import { cartJson } from "../cart/cart-json.ts";
import type { Visit } from "../visit.ts";
import { liquidOf } from "./liquid.ts";
import type { ThemeBlock, ThemeExtension } from "./theme-extension.ts";

/** Where a theme lets blocks of apps stand: the slots of sections that take them, and the embeds' two. */
export const THEME_SLOTS = {
  section: [
    { id: "cart-footer", label: "Cart page, above the total" },
    { id: "cart-apps", label: "Cart page, an Apps section below the lines" },
  ],
  body: [{ id: "body", label: "Every page, before </body>" }],
  head: [{ id: "head", label: "Every page, in <head>" }],
  compliance_head: [{ id: "head", label: "Every page, in <head>" }],
} as const satisfies Readonly<Record<ThemeBlock["target"], readonly { id: string; label: string }[]>>;

/** The blocks that the merchant put into this slot, in their order; what a schema names is loaded with them. */
export function renderBlocks(visit: Visit, slot: string, section?: string): Html[] {
  return visit.store.placements().flatMap((placement) => {
    if (placement.slot !== slot) return [];
    const extension = visit.extensions.theme.find(({ handle }) => handle === placement.extension);
    const block = extension?.blocks.find(({ handle }) => handle === placement.target);
    if (!extension || !block || !visit.store.installed()) return [];
    if (block.templates && !block.templates.includes(templateOf(visit.url.pathname))) return [];
    return [renderBlock(visit, extension, block, placement, section)];
  });
}

function renderBlock(
  visit: Visit,
  extension: ThemeExtension,
  block: ThemeBlock,
  placement: Placement,
  section: string | undefined,
): Html {
  const { context, words } = visit;
  const id = `A${placement.id}`;
  const defaults = block.settings.map((setting) => [setting.id, setting.default ?? ""] as const);
  const settings = { ...Object.fromEntries(defaults), ...placement.settings };
  const own = {
    block: { id, type: `shopify://apps/encore/blocks/${block.handle}/${id}`, settings, shopify_attributes: "" },
    ...(section && { section: { id: section, settings: {} } }),
  };
  // Snippets read the global objects too, but nothing else of the block that renders them.
  const liquid = liquidOf(extension, words, context.currency);
  const markup = render(() => liquid.parseAndRenderSync(block.liquid, own, { globals: globals(visit) }));
  const asset = (file: string) => `/assets/theme/${extension.handle}/${file}`;
  const loaded = html`${block.stylesheet && html`<link rel="stylesheet" href="${asset(block.stylesheet)}" />`}${block.javascript && html`<script src="${asset(block.javascript)}" defer></script>`}`;
  if (block.target !== "section" && block.target !== "body") return html`${loaded}${new Html(markup)}`;
  return html`<div id="shopify-block-${id}" class="shopify-block shopify-app-block" data-block-handle="${block.handle}">${loaded}${new Html(markup)}</div>`;
}

/** What goes wrong stands in the block's place, as Shopify has it, and the page stays whole. */
function render(made: () => string): string {
  try {
    return made();
  } catch (error) {
    console.error(error);
    return html`Liquid error: ${error instanceof Error ? error.message : String(error)}`.markup;
  }
}

/** The objects that Liquid has on every page. https://shopify.dev/docs/api/liquid/objects */
function globals(visit: Visit): Record<string, unknown> {
  const { store, context, words, cart, customer, url } = visit;
  const country = new Intl.DisplayNames([words.locale], { type: "region" }).of(context.country);
  const language = { iso_code: context.language, primary: context.language === store.shop.locale, root_url: "/" };
  return {
    shop: {
      name: store.shop.name,
      currency: store.shop.currency,
      domain: url.host,
      permanent_domain: store.shop.domain,
      secure_url: url.origin,
      url: url.origin,
    },
    cart: {
      ...(cart ? cartJson(cart) : { items: [], item_count: 0, total_price: 0 }),
      currency: currencyOf(context.currency),
    },
    customer: customer && { id: customer.id, first_name: customer.firstName, tags: customer.tags },
    localization: {
      language,
      country: { iso_code: context.country, name: country, currency: currencyOf(context.currency) },
    },
    request: {
      locale: language,
      page_type: templateOf(url.pathname),
      path: url.pathname,
      host: url.host,
      origin: url.origin,
      design_mode: false,
    },
    routes: {
      root_url: "/",
      cart_url: "/cart",
      cart_add_url: "/cart/add",
      cart_change_url: "/cart/change",
      cart_update_url: "/cart/update",
      cart_clear_url: "/cart/clear",
    },
    template: { name: templateOf(url.pathname) },
    app: { metafields: {} },
    settings: { cart_type: "drawer" },
  };
}

function currencyOf(isoCode: string) {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency: isoCode }).formatToParts(0);
  return { iso_code: isoCode, symbol: parts.find(({ type }) => type === "currency")?.value ?? isoCode };
}

/** "cart", "product", "collection", "index", "page". */
function templateOf(path: string): string {
  const [, first = ""] = path.split("/");
  const names: Readonly<Record<string, string>> = {
    "": "index",
    cart: "cart",
    products: "product",
    collections: "collection",
  };
  return names[first] ?? "page";
}
