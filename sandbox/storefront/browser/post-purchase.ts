import { mountRender } from "#hosts/post-purchase/host.ts";
import { checkoutToken, extensionSource, inputFor, postPurchase, routes } from "./ask-store.ts";
import { keepStorage, keptStorage } from "./kept-storage.ts";

/** An extension that draws nothing in this time leaves the shopper with an empty page: then the page's head is shown. */
const SHOW_AT_LATEST_MS = 700;

const container = document.getElementById("offer");
let left = false;

/** The extension has the page until it is done; whatever goes wrong in it, the shopper reaches the confirmation. */
function goOn(): void {
  if (left) return;
  left = true;
  location.replace(`/checkouts/${checkoutToken}/thank-you`);
}

async function render(place: HTMLElement): Promise<void> {
  const [source, inputData] = await Promise.all([extensionSource(), inputFor("Render")]);
  mountRender(place, {
    source,
    inputData,
    storage: keptStorage(checkoutToken),
    routes,
    calculateChangeset: (changeset) => postPurchase("calculate", { changeset }),
    applyChangeset: (changeset, options) => postPurchase("apply", { changeset, options }),
    onDone: goOn,
    onError: goOn,
    onStorage: (data) => keepStorage(checkoutToken, data),
  });
  showOnceDrawn(place);
}

/** Nothing is seen before the extension has drawn: one that goes straight on leaves no flash of an empty page. */
function showOnceDrawn(place: HTMLElement): void {
  const show = () => {
    if (!left) document.documentElement.classList.remove("waiting");
  };
  const page = place.firstElementChild?.shadowRoot?.querySelector(".page");
  const drawn = new MutationObserver(() => {
    if (!page?.childElementCount) return;
    drawn.disconnect();
    show();
  });
  if (page) drawn.observe(page, { childList: true });
  setTimeout(show, SHOW_AT_LATEST_MS);
}

document.documentElement.classList.add("waiting");
if (container) render(container).catch(goOn);
else goOn();
