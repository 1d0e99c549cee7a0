import { barButton, watchChildren } from "./bar-button.ts";
import type { FrameLink } from "./frame-link.ts";

/** `ui-title-bar`: the page's title, the arrow back and its buttons, drawn by the frame. One inside a modal is the modal's. */
export function defineTitleBar(link: FrameLink): void {
  let current: TitleBar | undefined;

  class TitleBar extends HTMLElement {
    #stopWatching = () => {};

    connectedCallback() {
      if (this.closest("ui-modal")) return;
      current = this;
      this.#stopWatching = watchChildren(this, () => this.tell());
      this.tell();
    }

    disconnectedCallback() {
      this.#stopWatching();
      if (current !== this) return;
      current = undefined;
      link.tell("titleBar", null);
    }

    tell() {
      const back = this.querySelector('[variant="breadcrumb"]');
      link.tell("titleBar", {
        title: this.getAttribute("title") ?? document.title,
        ...(back && { back: barButton(back, "Back") }),
        buttons: titleBarButtons(this).map((button) => barButton(button)),
      });
    }
  }

  customElements.define("ui-title-bar", TitleBar);
  link.onNews("titleBarPressed", (index) => {
    const pressed =
      index < 0 ? current?.querySelector('[variant="breadcrumb"]') : current && titleBarButtons(current)[index];
    if (pressed instanceof HTMLElement) pressed.click();
  });
}

/** In the order of the page, without the arrow back. */
export function titleBarButtons(bar: Element): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>("button, a")].filter(
    (element) => element.getAttribute("variant") !== "breadcrumb",
  );
}
