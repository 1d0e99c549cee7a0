import { element } from "./element.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly critical?: boolean;
}

/** True for yes; Escape and the cross are no. */
export function confirmDialog({ title, text, yes, no, critical = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const close = (answer: string) => () => dialog.close(answer);
    const dialog = element(
      "dialog",
      { className: "dialog small", aria: { label: title } },
      element(
        "header",
        {},
        element("h2", { textContent: title }),
        element("button", {
          type: "button",
          className: "close",
          textContent: "✕",
          onclick: close("no"),
          aria: { label: "Close" },
        }),
      ),
      element("p", { className: "dialog-text", textContent: text }),
      element(
        "footer",
        {},
        element("button", { type: "button", className: "button", textContent: no, onclick: close("no") }),
        element("button", {
          type: "button",
          className: critical ? "button critical" : "button primary",
          textContent: yes,
          onclick: close("yes"),
        }),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
