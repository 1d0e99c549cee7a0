import type { BarButton } from "../messages.ts";

/** A `<button>` or `<a>` inside ui-title-bar, ui-save-bar or ui-modal, as the bar should draw it. */
export function barButton(element: Element, fallback = ""): BarButton {
  return {
    label: element.textContent?.trim() || fallback,
    primary: element.getAttribute("variant") === "primary",
    critical: element.getAttribute("tone") === "critical",
    disabled: isOn(element, "disabled"),
    loading: isOn(element, "loading"),
  };
}

/** React writes `loading={true}` on a plain button as loading="true" and `loading={false}` as "false" or not at all. */
function isOn(element: Element, name: string): boolean {
  const value = element.getAttribute(name);
  return value !== null && value !== "false";
}

/** Calls `changed` soon after anything inside the element changes; ends with the returned function. */
export function watchChildren(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
  return () => observer.disconnect();
}
