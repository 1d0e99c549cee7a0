import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { PreviewAsk, PreviewOutcome, PreviewTold } from "#app/contracts/preview.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { answering } from "#tests/support/answering.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { GBP, pounds, someProduct, someRule, someVariant, TEACUP, TEACUP_ROSE } from "#tests/support/builders.ts";
import { buildExtensions } from "../../scripts/build-extensions.ts";
import { buildPreview } from "../../scripts/build-preview.ts";

const FOLDER = join(import.meta.dirname, "../.artifacts/preview");

export const EUR = "EUR" as Currency;
const CAKESTAND_PICTURE = "/cakestand.svg";

/** A teacup that is bought and a cake stand that is offered; all but what is given is a shopper at home, in English. */
export function someAsk(overrides: Partial<PreviewAsk> = {}): PreviewAsk {
  return {
    kind: "preview",
    turn: 1,
    surface: "thank-you",
    rule: someRule({ surfaces: ["post-purchase", "thank-you", "order-status", "checkout", "cart"] }),
    settings: {},
    shop: { currency: GBP, timezone: "Europe/London", shipsTo: ["GB", "DE"] },
    goods: {
      products: [
        someProduct({ image: { url: CAKESTAND_PICTURE, description: "A cake stand with three tiers" } }),
        someProduct({
          id: TEACUP,
          title: "Regency Teacup",
          handle: "regency-teacup",
          variants: [someVariant({ id: TEACUP_ROSE, price: pounds(2.95) })],
        }),
      ],
      collections: [],
    },
    locale: "en",
    currency: GBP,
    abroad: [],
    ...overrides,
  };
}

/** The preview's own page with the real bundles, in a frame of a page that asks as the editor does. */
export async function openPreviewStage() {
  await buildExtensions();
  await mkdir(FOLDER, { recursive: true });
  await buildPreview(FOLDER);
  const asked: string[] = [];
  const server = createServer(
    answering(async (request, response) => {
      const path = new URL(request.url ?? "/", "http://page").pathname;
      asked.push(path);
      const { type, body } = await fileAt(path);
      response.writeHead(body === undefined ? 404 : 200, { "Content-Type": type }).end(body);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();

  return {
    /** Draws what is asked for; what the page said of it, and where it was drawn. */
    async draw(ask: PreviewAsk, width = 390) {
      const context = await newVisitor(browser, { viewport: { width, height: 900 } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      page.on("pageerror", (error) => errors.push(error.message));
      const told: PreviewTold[] = [];
      const outcomes = () => told.flatMap((one): PreviewOutcome[] => (one.kind === "stands" ? [one.what] : []));
      await page.exposeFunction("toldByPreview", (one: PreviewTold) => void told.push(one));
      asked.length = 0;
      const frame = page.frameLocator("iframe");
      const open = async () => {
        await page.goto(`${address}/editor`);
        await page.waitForFunction(() => "isReady" in window);
      };
      const send = (what: PreviewAsk) =>
        page.evaluate((sent) => {
          document.querySelector("iframe")?.contentWindow?.postMessage(sent, location.origin);
        }, what);
      /** Something else on the page that stands; the cart's script runs once in a page, so it has another. */
      const askAnew = async (other: PreviewAsk) => {
        if (other.surface === "cart") await open();
        await send(other);
      };
      await open();
      await send(ask);
      return { page, frame, told, outcomes, errors, asked, askAnew, close: () => context.close() };
    },
    async photograph(page: import("playwright-core").Page, name: string) {
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

const EDITOR = `<!doctype html><style>body{margin:0}iframe{width:100%;height:890px;border:0}</style>
<script>addEventListener("message", ({data}) => { toldByPreview(data); if (data.kind === "ready") window.isReady = true; });</script>
<iframe src="/preview/"></iframe>`;

const STAND =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><ellipse cx="150" cy="90" rx="60" ry="10" fill="#e3a5b5"/><ellipse cx="150" cy="210" rx="110" ry="12" fill="#e3a5b5"/><path d="M150 40V250" stroke="#555" stroke-width="5"/></svg>';

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };

async function fileAt(path: string): Promise<{ type: string; body?: string | Buffer }> {
  if (path === "/editor") return { type: "text/html", body: EDITOR };
  if (path.endsWith(".svg")) return { type: "image/svg+xml", body: STAND };
  const name = path.replace(/^\/preview\//, "") || "index.html";
  const body = await readFile(join(FOLDER, name)).catch(() => undefined);
  const type = TYPES[extname(name)] ?? "text/plain";
  return body ? { type, body } : { type };
}
