import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Liquid } from "liquidjs";
import type { PrepareAnswer, SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import { answering } from "#tests/support/answering.ts";

const EXTENSION = join(import.meta.dirname, "../../extensions/cart-bump");

interface Line {
  readonly key: string;
  readonly variant: number;
  quantity: number;
  readonly properties: Readonly<Record<string, string>>;
}

export interface CartShopSays {
  /** "en" or another of the extension's languages. */
  readonly locale: string;
  readonly currency: string;
  /** Hundredths, by variant; also what the shop sells. */
  readonly prices: Readonly<Record<number, number>>;
  readonly handles: Readonly<Record<string, readonly number[]>>;
  readonly cart: readonly { readonly variant: number; readonly quantity: number }[];
  readonly soldOut: readonly number[];
  /** What a code takes off the variant, percent. */
  readonly codes: Readonly<Record<string, { readonly variant: number; readonly percent: number }>>;
  /** They work in this shop; beside another code only where codes combine. */
  readonly buyersCodes: readonly string[];
  readonly codesCombine: boolean;
  readonly decide: SurfaceDecideAnswer | { readonly status: number } | "silent";
  readonly prepare: readonly PrepareAnswer[];
  readonly drawer: boolean;
}

interface Asked {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A shop with a theme after Dawn's manner on a loopback port: one cart, the AJAX API as far as it is used, an app proxy. */
export async function startCartShop() {
  const asked: Asked[] = [];
  let says: CartShopSays;
  let lines: Line[] = [];
  let codes: readonly string[] = [];
  let prepares = 0;
  let keys = 0;

  const priceOf = (line: Line) => {
    const code = codes.map((name) => says.codes[name]).find((known) => known?.variant === line.variant);
    return Math.round((says.prices[line.variant] ?? 0) * (1 - (code?.percent ?? 0) / 100)) * line.quantity;
  };
  const works = (code: string) =>
    code in says.codes || (says.buyersCodes.includes(code) && (says.codesCombine || codes.length === 1));
  const total = () => lines.reduce((sum, line) => sum + priceOf(line), 0);
  const cartJson = () => ({
    token: "cart-1?key=secret",
    currency: says.currency,
    items: lines.map((line) => ({
      key: line.key,
      id: line.variant,
      product_id: line.variant - 40_000,
      product_title: `Product ${line.variant}`,
      variant_id: line.variant,
      quantity: line.quantity,
      final_line_price: priceOf(line),
      properties: line.properties,
    })),
    items_subtotal_price: total(),
    total_price: total(),
    total_discount: 0,
    discount_codes: codes.map((code) => ({ code, applicable: works(code) })),
    cart_level_discount_applications: [],
  });

  function change(path: string, body: Record<string, unknown>): number {
    if (path === "/cart/add.js") {
      const items = body.items as { id: number; quantity: number; properties: Record<string, string> }[];
      if (items.some(({ id }) => says.soldOut.includes(id) || !(id in says.prices))) return 422;
      for (const { id, quantity, properties } of items) {
        lines.push({ key: `${id}:${++keys}`, variant: id, quantity, properties });
      }
    } else if (path === "/cart/change.js") {
      lines = lines.filter(({ key }) => key !== body.id);
    } else {
      codes = String(body.discount).split(",").filter(Boolean);
    }
    return 200;
  }

  const liquid = new Liquid({
    root: join(EXTENSION, "blocks"),
    partials: join(EXTENSION, "snippets"),
    extname: ".liquid",
  });
  liquid.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  let words: Record<string, Record<string, string>> = {};
  liquid.registerFilter("t", (key: string) => {
    const [group = "", name = ""] = key.split(".");
    return words[group]?.[name] ?? `translation missing: ${key}`;
  });
  liquid.registerTag("schema", {
    parse(_, remaining) {
      while (remaining.length > 0) {
        if ((remaining.shift()?.getText() ?? "").includes("endschema")) return;
      }
    },
    render: () => "",
  });
  const block = (name: string) =>
    liquid.renderFile(
      name,
      { block: { settings: { proxy: "/apps/encore" } } },
      {
        // What every file of a theme can read, snippets too.
        globals: {
          cart: { item_count: lines.length },
          routes: { root_url: "/" },
          request: { locale: { iso_code: says.locale } },
          localization: { country: { iso_code: "GB" } },
        },
      },
    );

  async function section(id: string): Promise<string> {
    const list = lines
      .map((line) => `<li data-line="${line.variant}">${line.quantity} × ${line.variant}: ${priceOf(line)}</li>`)
      .join("");
    if (id === "items") return `<div class="shopify-section"><div class="js-contents"><ul>${list}</ul></div></div>`;
    if (id === "footer") {
      const offer = says.drawer ? "" : await block("cart-offer");
      return `<div class="shopify-section"><div class="js-contents"><p>Subtotal <b id="subtotal">${total()}</b></p>
        ${offer}<button id="checkout">Check out</button></div></div>`;
    }
    return `<div class="shopify-section"><div class="drawer__inner"><ul>${list}</ul>
      <div class="drawer__footer"><b id="subtotal">${total()}</b><button>Check out</button></div></div></div>`;
  }

  async function page(): Promise<string> {
    const inner = async (id: string) => /<div class="shopify-section">([\s\S]*)<\/div>$/.exec(await section(id))?.[1];
    const body = says.drawer
      ? `<main><h1>Shop</h1><button id="open" onclick="document.querySelector('cart-drawer').classList.add('active')">Cart</button></main>
         <cart-drawer><cart-drawer-items id="CartDrawer">${await inner("cart-drawer")}</cart-drawer-items></cart-drawer>${await block("drawer-offer")}`
      : `<main><h1>Your cart</h1><cart-items><div id="main-cart-items" data-id="items">${await inner("items")}</div></cart-items>
         <div id="main-cart-footer" data-id="footer">${await inner("footer")}</div><p>Below the cart</p></main>`;
    return `<!doctype html><html lang="${says.locale}"><meta charset="utf-8"><title>Cart</title>
      <meta name="viewport" content="width=device-width">${STYLE}${body}<script>${THEME}</script></html>`;
  }

  const server = createServer(
    answering(async (request, response) => {
      const path = new URL(request.url ?? "/", "http://shop").pathname;
      const send = (status: number, type: string, content: string) =>
        void response.writeHead(status, { "Content-Type": type, Connection: "close" }).end(content);
      const json = (value: unknown, status = 200) => send(status, "application/json", JSON.stringify(value));
      if (path.startsWith("/assets/")) {
        const type = path.endsWith(".css") ? "text/css" : "text/javascript";
        return send(200, type, await readFile(join(EXTENSION, path), "utf8"));
      }
      if (path === "/cart.js") return json(cartJson());
      if (path.startsWith("/products/")) {
        const variants = says.handles[path.slice("/products/".length, -".js".length)];
        const sold = variants?.map((id) => ({ id, price: says.prices[id], available: !says.soldOut.includes(id) }));
        return sold ? json({ variants: sold }) : json({}, 404);
      }
      if (request.method !== "POST") return path === "/cart" ? send(200, "text/html", await page()) : json({}, 404);
      const body = await jsonOf(request);
      asked.push({ path, body });
      if (path.startsWith("/apps/encore/cart/")) {
        if (path.endsWith("/event")) return json({ kind: "kept" });
        if (path.endsWith("/prepare")) return json(says.prepare[Math.min(prepares++, says.prepare.length - 1)]);
        if (says.decide === "silent") return void request.socket.destroy();
        return "status" in says.decide ? json({}, says.decide.status) : json(says.decide);
      }
      const status = change(path, body);
      if (status !== 200)
        return json({ status, message: "Cart Error", description: "All of it is in your cart." }, status);
      const asks = (body.sections as string[] | undefined) ?? [];
      const sections = Object.fromEntries(await Promise.all(asks.map(async (id) => [id, await section(id)])));
      return json({ ...cartJson(), sections });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    cartPage: `${address}/cart`,
    async open(next: CartShopSays): Promise<void> {
      says = next;
      lines = next.cart.map((line) => ({ ...line, key: `${line.variant}:${++keys}`, properties: {} }));
      codes = next.buyersCodes;
      prepares = 0;
      asked.length = 0;
      const file = `locales/${next.locale}${next.locale === "en" ? ".default" : ""}.json`;
      words = JSON.parse(await readFile(join(EXTENSION, file), "utf8"));
    },
    /** What a page asked for, since the shop opened. */
    askedAt: (end: string) => asked.filter(({ path }) => path.endsWith(end)).map(({ body }) => body),
    lines: () => lines,
    codes: () => codes,
    sellOut(variant: number) {
      says = { ...says, soldOut: [...says.soldOut, variant] };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** What Dawn's assets/cart.js and cart-drawer.js say of their sections. */
const THEME = `
  customElements.define("cart-items", class extends HTMLElement {
    getSectionsToRender() {
      return ["main-cart-items", "main-cart-footer"].map((id) =>
        ({ id, section: document.getElementById(id).dataset.id, selector: ".js-contents" }));
    }
  });
  customElements.define("cart-drawer-items", class extends HTMLElement {
    getSectionsToRender() { return [{ id: "CartDrawer", section: "cart-drawer", selector: ".drawer__inner" }]; }
  });`;

const STYLE = `<style>
  body { font: 16px/1.5 sans-serif; margin: 0; color: #121212 } main { max-width: 40rem; margin: 1rem auto; padding: 0 1rem }
  button { font: inherit; padding: .75rem 1.5rem; background: #121212; color: #fff; border: 0; width: 100% }
  cart-drawer { position: fixed; inset: 0; visibility: hidden; background: #0005 } cart-drawer.active { visibility: visible }
  .drawer__inner { position: absolute; inset: 0 0 0 auto; width: min(25rem, 100%); background: #fff; padding: 0 1rem;
    display: flex; flex-direction: column; transform: translateX(100%); box-sizing: border-box }
  cart-drawer.active .drawer__inner { transform: none } .drawer__inner ul { flex: 1; overflow: auto }
  .drawer__footer { padding: 1rem 0 }
</style>`;
