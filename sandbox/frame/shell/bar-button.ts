import type { BarButton } from "../messages.ts";
import { element } from "./element.ts";

export function drawnButton(button: BarButton, pressed: () => void): HTMLButtonElement {
  const kinds = ["button", button.primary && "primary", button.critical && "critical", button.loading && "loading"];
  return element("button", {
    type: "button",
    className: kinds.filter(Boolean).join(" "),
    textContent: button.label,
    disabled: button.disabled || button.loading,
    onclick: pressed,
    ...(button.loading && { aria: { busy: "true" } }),
  });
}
