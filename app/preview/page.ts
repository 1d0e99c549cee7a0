import type { PreviewAsk, PreviewFiles, PreviewOutcome, PreviewTold } from "#app/contracts/preview.ts";
import { drawBlock } from "./blocks.ts";
import { drawCart } from "./cart.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { drawPostPurchase } from "./post-purchase.ts";
import { type Stage, stageOf } from "./stage.ts";

/** The bundle that a surface runs, by its handle. */
const HANDLES = {
  "post-purchase": "post-purchase",
  "thank-you": "thank-you-offer",
  "order-status": "order-status-offer",
  checkout: "checkout-bump",
  cart: "cart-bump",
} as const;

const files: PreviewFiles = JSON.parse(document.getElementById("preview-files")?.textContent ?? "{}");
const page = document.body;
let drawn: Drawn | undefined;
let turn = 0;

/** Only the editor around this page is listened to; anyone else gets nothing drawn and nothing told. */
addEventListener("message", ({ source, origin, data }: MessageEvent<PreviewAsk>) => {
  if (source !== parent || origin !== location.origin || data?.kind !== "preview") return;
  turn = data.turn;
  void show(data);
});
// Offers lead to checkouts, and those are not for the merchant to make.
addEventListener(
  "click",
  (event) => {
    if (event.composedPath().some((element) => element instanceof HTMLAnchorElement)) event.preventDefault();
  },
  { capture: true },
);
new ResizeObserver(() => tell({ kind: "height", px: document.documentElement.offsetHeight })).observe(page);
tell({ kind: "ready" });

function tell(told: PreviewTold): void {
  parent.postMessage(told, location.origin);
}

async function show(ask: PreviewAsk): Promise<void> {
  const stands = (what: PreviewOutcome) => {
    if (ask.turn === turn) tell({ kind: "stands", turn: ask.turn, what });
  };
  drawn?.unmount();
  drawn = undefined;
  document.documentElement.lang = ask.locale;
  page.className = ask.surface;
  try {
    const stage = stageOf(ask, Date.now());
    if ("kind" in stage) {
      page.replaceChildren();
      return stands(stage);
    }
    const drawing: Drawing = {
      place: document.createElement("main"),
      over: () => stands({ kind: "over" }),
      failed: () => stands({ kind: "failed" }),
    };
    page.replaceChildren(surroundings("before"), drawing.place, surroundings("after"));
    const made = await draw(stage, drawing);
    if (ask.turn !== turn) return made.unmount();
    drawn = made;
    stands({ kind: "shown", bought: stage.bought.title });
  } catch (error) {
    console.error(error);
    stands({ kind: "failed" });
  }
}

function draw(stage: Stage, drawing: Drawing): Promise<Drawn> {
  const { surface } = stage.ask;
  const bundle = files.bundles[HANDLES[surface]];
  if (!bundle) throw new Error(`the bundle of ${surface} was not built`);
  if (surface === "post-purchase") return drawPostPurchase(stage, bundle, drawing);
  if (surface === "cart") return drawCart(stage, bundle, files.cartStyle, drawing);
  return drawBlock(stage, surface, bundle, drawing);
}

/** Where the page's own things would be: grey, and nothing to anyone who does not see them. */
function surroundings(where: "before" | "after"): HTMLElement {
  const around = document.createElement("div");
  around.className = `around ${where}`;
  around.setAttribute("aria-hidden", "true");
  around.append(...[1, 2, 3].map(() => document.createElement("i")));
  return around;
}
