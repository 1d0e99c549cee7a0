import type { RenderedSections } from "./shop-cart.ts";

/**
 * A part of the page that the theme renders again when the cart changes: `section` is asked for, and what `selector`
 * finds in its HTML takes the place of what is in `element`.
 */
export interface CartPart {
  readonly section: string;
  readonly element: Element;
  readonly selector: string;
}

const WHOLE_SECTION = ".shopify-section";
const SECTION_ID = "shopify-section-";
/** Horizon's carts render themselves when they are told of a change. Source: github.com/Shopify/horizon. */
const HORIZON = "cart-items-component";

/** What the elements of Dawn, and of themes made after it, say of themselves. Source: github.com/Shopify/dawn, assets/cart.js. */
interface SaysItsSections {
  getSectionsToRender?(): readonly { readonly id: string; readonly section?: string; readonly selector?: string }[];
}

/**
 * What shows the cart on this page, by what the theme says itself. Where it says nothing, the section that our block
 * stands in is rendered again whole.
 */
export function cartParts(): CartPart[] {
  const said = [...document.querySelectorAll("cart-items, cart-drawer-items")].flatMap(partsSaidBy);
  if (said.length > 0 || document.querySelector(HORIZON)) return said;
  return [...document.querySelectorAll("encore-cart-offer")].flatMap((offer) => {
    const element = offer.closest(`[id^="${SECTION_ID}"]`);
    return element ? { section: element.id.slice(SECTION_ID.length), element, selector: WHOLE_SECTION } : [];
  });
}

function partsSaidBy(element: Element & SaysItsSections): CartPart[] {
  try {
    return (element.getSectionsToRender?.() ?? []).flatMap(({ id, section = id, selector = WHOLE_SECTION }) => {
      const inPage = document.getElementById(id);
      return inPage ? { section, element: inPage.querySelector(selector) ?? inPage, selector } : [];
    });
  } catch {
    // The theme expects something on the page that isn't there.
    return [];
  }
}

/** Puts what the shop rendered into the page, and tells the theme that the cart has changed. */
export function renderParts(parts: readonly CartPart[], rendered: RenderedSections): void {
  for (const { section, element, selector } of parts) {
    const page = new DOMParser().parseFromString(rendered[section] ?? "", "text/html");
    const content = page.querySelector(selector) ?? page.querySelector(WHOLE_SECTION);
    if (content) element.innerHTML = content.innerHTML;
  }
  const detail = { sourceId: "encore", data: { source: "encore", sections: rendered } };
  document.dispatchEvent(new CustomEvent("cart:update", { bubbles: true, detail }));
}
