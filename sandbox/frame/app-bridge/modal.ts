import { barButton, watchChildren } from "./bar-button.ts";
import { titleBarButtons } from "./title-bar.ts";

export interface Modals {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
  toggle(id: string): Promise<void>;
}

/**
 * `ui-modal`, drawn as a dialog in the app's own page (Shopify draws it over its whole admin). `content` is where
 * app-bridge-react puts its children; plain children are moved there when it shows.
 */
export function defineModal(): Modals {
  class Modal extends HTMLElement {
    readonly content: HTMLElement = document.createElement("div");
    readonly #dialog = document.createElement("dialog");
    #stopWatching = () => {};

    connectedCallback() {
      this.content.className = "encore-modal-content";
      this.#dialog.className = "encore-modal";
      this.#dialog.addEventListener("close", () => this.#closed());
      this.#stopWatching = watchChildren(this, () => this.#dialog.open && this.#draw());
    }

    disconnectedCallback() {
      this.#stopWatching();
      this.#dialog.remove();
    }

    get variant(): string {
      return this.getAttribute("variant") ?? "base";
    }

    set variant(size: string) {
      this.setAttribute("variant", size);
    }

    async show(): Promise<void> {
      if (this.#dialog.open) return;
      if (this.content.childNodes.length === 0) this.content.append(...this.#plainChildren());
      this.#draw();
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      this.dispatchEvent(new Event("show"));
    }

    async hide(): Promise<void> {
      if (this.#dialog.open) this.#dialog.close();
    }

    toggle(): Promise<void> {
      return this.#dialog.open ? this.hide() : this.show();
    }

    #closed() {
      this.#dialog.remove();
      this.dispatchEvent(new Event("hide"));
    }

    #plainChildren(): Element[] {
      return [...this.children].filter((child) => !["UI-TITLE-BAR", "UI-SAVE-BAR"].includes(child.tagName));
    }

    #draw() {
      const bar = this.querySelector("ui-title-bar");
      const heading = document.createElement("h2");
      heading.textContent = bar?.getAttribute("title") ?? "";
      const close = button("✕", "encore-modal-close", () => this.#dialog.close());
      close.setAttribute("aria-label", "Close");
      const header = document.createElement("header");
      header.append(heading, close);
      const footer = document.createElement("footer");
      if (bar) footer.append(...titleBarButtons(bar).map(footerButton));
      this.#dialog.dataset.variant = this.variant;
      this.#dialog.setAttribute("aria-label", heading.textContent);
      this.#dialog.replaceChildren(header, this.content, footer);
    }
  }

  customElements.define("ui-modal", Modal);
  const withModal = async (id: string, act: (modal: Modal) => Promise<void>) => {
    const modal = document.getElementById(id);
    if (!(modal instanceof Modal)) throw new Error(`there is no ui-modal with the id ${id}`);
    await act(modal);
  };
  return {
    show: (id) => withModal(id, (modal) => modal.show()),
    hide: (id) => withModal(id, (modal) => modal.hide()),
    toggle: (id) => withModal(id, (modal) => modal.toggle()),
  };
}

function footerButton(source: HTMLElement): HTMLButtonElement {
  const { label, primary, critical, disabled, loading } = barButton(source);
  const kind = `${primary ? "encore-primary" : ""} ${critical ? "encore-critical" : ""}`;
  const drawn = button(label, `encore-button ${kind}`, () => source.click());
  drawn.disabled = disabled || loading;
  return drawn;
}

function button(label: string, className: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = label;
  made.addEventListener("click", pressed);
  return made;
}
