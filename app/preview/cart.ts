import type { PreviewBundle } from "#app/contracts/preview.ts";
import { minorDigitsOf } from "#app/core/values/currency.ts";
import type { Money } from "#app/core/values/money.ts";
import { appAnswer } from "./app-answers.ts";
import type { LineSeen } from "./block-values.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { sampleCart } from "./sample-cart.ts";
import type { Stage } from "./stage.ts";
import { translationsIn } from "./translations.ts";

const PROXY = "/apps/encore";
/** The AJAX API writes amounts in hundredths, whatever the currency. */
const AJAX_DIGITS = 2;

/**
 * The cart with the theme's own script: what it asks of the shop and of the app is answered in this page. A script runs
 * once in a page, so that every other ask begins with a new one.
 */
export async function drawCart(stage: Stage, bundle: PreviewBundle, style: string, { place }: Drawing): Promise<Drawn> {
  const cart = sampleCart(stage);
  sessionStorage.clear();
  answerFetches(stage, cart);
  const settings = document.createElement("script");
  settings.type = "application/json";
  settings.dataset.encoreCart = "";
  settings.textContent = JSON.stringify({
    proxy: PROXY,
    drawer: null,
    root: "/",
    locale: stage.ask.locale,
    country: "",
    signedIn: false,
    words: wordsIn(bundle, stage.ask.locale),
  });
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  const offer = document.createElement("encore-cart-offer");
  offer.dataset.place = "page";
  const script = document.createElement("script");
  script.type = "module";
  script.src = bundle.url;
  place.append(link, settings, offer, script);
  return { unmount: () => place.replaceChildren() };
}

/** As the snippet hands them over (extensions/cart-bump/snippets/encore-settings.liquid): "percent_off" is `percentOff`. */
function wordsIn(bundle: PreviewBundle, locale: string): Record<string, unknown> {
  const { offer = {} } = translationsIn(bundle, locale).strings as { offer?: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(offer).map(([name, words]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      words,
    ]),
  );
}

function answerFetches(stage: Stage, cart: ReturnType<typeof sampleCart>): void {
  const network = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), location.href);
    const sent: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : {};
    const answer = pathname.startsWith(`${PROXY}/`)
      ? appAnswer(stage, pathname)
      : shopAnswer(stage, cart, pathname, sent);
    if (answer === "not-here") return network(input, init);
    return Response.json(answer ?? {}, { status: answer ? 200 : 422 });
  };
}

interface SentToCart {
  readonly items?: readonly { readonly id: number; readonly quantity: number; readonly properties?: object }[];
  readonly id?: string;
  readonly discount?: string;
}

/** The AJAX API, as far as the script uses it. Source: shopify.dev/docs/api/ajax/reference/cart */
function shopAnswer(stage: Stage, cart: ReturnType<typeof sampleCart>, path: string, sent: unknown) {
  const { items = [], id, discount } = sent as SentToCart;
  switch (path) {
    case "/cart.js":
      return cartJson(stage, cart);
    case "/cart/add.js": {
      const areAdded = items.map(({ id, quantity, properties = {} }) =>
        cart.change({
          type: "addCartLine",
          merchandiseId: String(id),
          quantity,
          attributes: Object.entries(properties).map(([key, value]) => ({ key, value: String(value) })),
        }),
      );
      return areAdded.every(Boolean) ? { items: [] } : undefined;
    }
    case "/cart/change.js":
      cart.change({ type: "removeCartLine", id: id ?? "" });
      return cartJson(stage, cart);
    case "/cart/update.js":
      cart.takeCodes((discount ?? "").split(",").filter(Boolean));
      return cartJson(stage, cart);
    default:
      return productJson(stage, path);
  }
}

function productJson({ catalog, live }: Stage, path: string) {
  const [, handle] = /^\/products\/(.+)\.js$/.exec(path) ?? [];
  if (handle === undefined) return "not-here" as const;
  const product = [...catalog.products.values()].find((one) => one.handle === decodeURIComponent(handle));
  return {
    variants: (product?.variants ?? []).flatMap(({ id }) => {
      const now = live.get(id);
      return now ? { id: Number(id), price: inHundredths(now.price), available: now.isForSale } : [];
    }),
  };
}

function cartJson({ ask }: Stage, cart: ReturnType<typeof sampleCart>) {
  const lines = cart.lines();
  const total = lines.reduce((sum, line) => sum + inHundredths(line.total), 0);
  return {
    token: "preview",
    currency: ask.currency,
    items: lines.map(itemJson),
    items_subtotal_price: total,
    total_price: total,
    total_discount: 0,
    discount_codes: cart.codes().map((code) => ({ code, applicable: true })),
    cart_level_discount_applications: [],
  };
}

function itemJson({ id, product, variant, title, quantity, total, attributes }: LineSeen) {
  return {
    key: id,
    product_id: Number(product),
    product_title: title,
    variant_id: Number(variant),
    quantity,
    final_line_price: inHundredths(total),
    properties: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
  };
}

function inHundredths({ minor, currency }: Money): number {
  return Math.round(minor * 10 ** (AJAX_DIGITS - minorDigitsOf(currency)));
}
