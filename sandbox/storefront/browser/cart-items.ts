import { publish, subscribe } from "./pub-sub.ts";
import { type Rendered, renderSections, type SectionToRender } from "./render-sections.ts";

const SETTLES_AFTER_MS = 300;

interface ChangeAnswer {
  readonly item_count: number;
  readonly sections: Rendered;
  readonly errors?: string;
}

/** The lines of the cart page: a changed quantity goes to the shop, and what it renders comes back into the page. */
export class CartItems extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stopListening = (): void => undefined;

  connectedCallback(): void {
    this.addEventListener("change", this.#onChange);
    this.#stopListening = subscribe("cart-update", ({ source }) => {
      if (source !== this.localName) void this.refresh();
    });
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#onChange);
    this.#stopListening();
  }

  getSectionsToRender(): SectionToRender[] {
    return [
      { id: "main-cart-items", section: sectionIdOf("main-cart-items"), selector: ".js-contents" },
      { id: "cart-icon-bubble", section: "cart-icon-bubble", selector: ".shopify-section" },
      { id: "cart-live-region-text", section: "cart-live-region-text", selector: ".shopify-section" },
      { id: "main-cart-footer", section: sectionIdOf("main-cart-footer"), selector: ".js-contents" },
    ];
  }

  #onChange = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.dataset.index === undefined) return;
    clearTimeout(this.#waiting);
    const line = target.dataset.index;
    this.#waiting = setTimeout(() => void this.updateQuantity(line, Number(target.value)), SETTLES_AFTER_MS);
  };

  async updateQuantity(line: string, quantity: number): Promise<void> {
    const focused = document.activeElement?.id;
    const wanted = this.getSectionsToRender();
    const body = { line: Number(line), quantity, sections: wanted.map(({ section }) => section) };
    this.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${window.routes.cart_change_url}.js`, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify({ ...body, sections_url: location.pathname }),
      });
      const answer = (await response.json()) as ChangeAnswer;
      if (answer.errors !== undefined) return this.#refused(line, answer.errors);
      const isEmpty = answer.item_count === 0;
      for (const each of document.querySelectorAll("cart-items, cart-drawer-items, cart-drawer, #main-cart-footer"))
        each.classList.toggle("is-empty", isEmpty);
      if (isEmpty && this.localName === "cart-items") return location.reload();
      renderSections(wanted, answer.sections);
      announce();
      const again = focused ? document.getElementById(focused) : undefined;
      (again ?? document.querySelector<HTMLElement>("cart-drawer.active .drawer__inner"))?.focus();
      void publish("cart-update", { source: this.localName });
    } catch {
      const errors = document.getElementById(this.localName === "cart-items" ? "cart-errors" : "CartDrawer-CartErrors");
      if (errors) errors.textContent = window.cartStrings.error;
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  /** The line says why, and shows the quantity that stands. */
  #refused(line: string, why: string): void {
    const prefix = this.localName === "cart-items" ? "Line-item-error-" : "CartDrawer-LineItemError-";
    const text = document.querySelector(`#${prefix}${line} .cart-item__error-text`);
    if (text) text.textContent = why;
    const input = this.querySelector<HTMLInputElement>(`input[data-index="${line}"]`);
    if (input) input.value = input.defaultValue;
  }

  /** Somebody else changed the cart. */
  async refresh(): Promise<void> {
    const wanted = this.getSectionsToRender();
    const asked = wanted.map(({ section }) => section).join(",");
    try {
      const response = await fetch(`${location.pathname}?sections=${encodeURIComponent(asked)}`);
      if (response.ok) renderSections(wanted, (await response.json()) as Rendered);
    } catch {
      // The cart stays as it was shown; the next change renders it again.
    }
  }
}

export class CartDrawerItems extends CartItems {
  override getSectionsToRender(): SectionToRender[] {
    return [
      { id: "CartDrawer", section: "cart-drawer", selector: ".drawer__inner" },
      { id: "cart-icon-bubble", section: "cart-icon-bubble", selector: ".shopify-section" },
    ];
  }
}

export class CartRemoveButton extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      event.preventDefault();
      const items = this.closest<CartItems>("cart-items, cart-drawer-items");
      void items?.updateQuantity(this.dataset.index ?? "", 0);
    });
  }
}

/** Read out once, then silent again. */
function announce(): void {
  const region =
    document.getElementById("cart-live-region-text") ?? document.getElementById("CartDrawer-LiveRegionText");
  region?.setAttribute("aria-hidden", "false");
  setTimeout(() => region?.setAttribute("aria-hidden", "true"), 1_000);
}

function sectionIdOf(id: string): string {
  return document.getElementById(id)?.dataset.id ?? id;
}

declare global {
  interface Window {
    readonly routes: {
      readonly cart_add_url: string;
      readonly cart_change_url: string;
      readonly cart_update_url: string;
    };
    readonly cartStrings: { readonly error: string };
  }
}
