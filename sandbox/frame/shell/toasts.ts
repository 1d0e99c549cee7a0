import type { ToastView } from "../messages.ts";
import { byId, element } from "./element.ts";

/** Shown below until its time is over, it is dismissed or its action is pressed. */
export function showToast(toast: ToastView, ended: (by: "action" | "dismiss") => void): void {
  const end = (by: "action" | "dismiss") => {
    clearTimeout(timer);
    if (!shown.isConnected) return;
    shown.remove();
    ended(by);
  };
  const shown = element(
    "div",
    { id: toast.id, className: toast.isError ? "toast error" : "toast" },
    element("span", { textContent: toast.message }),
    toast.action !== undefined &&
      element("button", {
        type: "button",
        className: "toast-action",
        textContent: toast.action,
        onclick: () => end("action"),
      }),
    element("button", {
      type: "button",
      className: "close",
      textContent: "✕",
      onclick: () => end("dismiss"),
      aria: { label: "Dismiss" },
    }),
  );
  const timer = setTimeout(() => end("dismiss"), toast.duration);
  byId("toasts").append(shown);
}

export function hideToast(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>(".close")?.click();
}
