export const OFFER_ELEMENT = "encore-cart-offer";

/** Does what puts new elements in the place of others, and gives the tick that had the focus it again. */
export function keepingFocus(render: () => void): void {
  const focused = document.activeElement?.closest<HTMLElement>(OFFER_ELEMENT);
  render();
  if (!focused || focused.isConnected) return;
  const tick = `${OFFER_ELEMENT}[data-place="${focused.dataset.place}"] input`;
  // After the observer that puts an offer into a drawer that was rendered again.
  queueMicrotask(() => document.querySelector<HTMLElement>(tick)?.focus({ preventScroll: true }));
}
