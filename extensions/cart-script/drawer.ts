import { OFFER_ELEMENT } from "./keeping-focus.ts";

/** What the offer stands before in the drawers of Dawn, of Horizon, and of themes made after them. */
const FEET = [
  "cart-drawer .drawer__footer",
  "#CartDrawer .drawer__footer",
  "cart-drawer-component .cart-drawer__summary",
  ".cart-drawer__footer",
].join(", ");
const DRAWERS = "cart-drawer, cart-drawer-component, #CartDrawer, .cart-drawer";

/**
 * Keeps an offer in the theme's cart drawer, also when the theme renders the drawer again: above its foot, which stays
 * where it is, so that nothing moves but the list of lines, which scrolls anyway. `selector` is the merchant's own, of
 * what the offer stands before; empty for the themes we know.
 */
export function keepInDrawer(selector: string): void {
  place();
  const drawer = document.querySelector(DRAWERS) ?? footIn()?.parentElement?.parentElement;
  if (drawer) new MutationObserver(place).observe(drawer, { childList: true, subtree: true });

  function place(): void {
    const foot = footIn();
    const parent = foot?.parentElement;
    if (!parent || parent.querySelector(`:scope > ${OFFER_ELEMENT}`)) return;
    const offer = document.createElement(OFFER_ELEMENT);
    offer.dataset.place = "drawer";
    parent.insertBefore(offer, foot);
  }

  function footIn(): Element | null {
    try {
      return document.querySelector(selector || FEET);
    } catch {
      // What the merchant wrote is no selector.
      return null;
    }
  }
}
