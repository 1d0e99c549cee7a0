import { type Rendered, renderSections } from "./render-sections.ts";

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** The cart beside the page: the cart's link opens it, Escape, the overlay and its button close it. */
export class CartDrawer extends HTMLElement {
  #openedBy: HTMLElement | undefined;

  connectedCallback(): void {
    document.addEventListener("keydown", this.#onKey);
    this.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-close]")) this.close();
    });
    const link = document.querySelector<HTMLElement>("#cart-icon-bubble");
    link?.setAttribute("role", "button");
    link?.setAttribute("aria-haspopup", "dialog");
    link?.addEventListener("click", (event) => {
      event.preventDefault();
      this.open(link);
    });
    link?.addEventListener("keydown", (event) => {
      if (event.code !== "Space") return;
      event.preventDefault();
      this.open(link);
    });
    document.addEventListener("submit", this.#onQuickAdd);
  }

  open(openedBy?: HTMLElement): void {
    this.#openedBy = openedBy ?? (document.activeElement as HTMLElement | undefined) ?? undefined;
    this.classList.add("animate", "active");
    document.body.classList.add("overflow-hidden");
    this.querySelector<HTMLElement>(".drawer__inner")?.focus();
  }

  close(): void {
    this.classList.remove("active");
    document.body.classList.remove("overflow-hidden");
    this.#openedBy?.focus();
  }

  getSectionsToRender(): { id: string; selector?: string }[] {
    return [{ id: "cart-drawer", selector: "#CartDrawer" }, { id: "cart-icon-bubble" }];
  }

  /** What was added comes with the sections as they are now. */
  renderContents(added: { readonly sections?: Rendered }): void {
    renderSections(
      [
        { id: "CartDrawer", section: "cart-drawer", selector: "#CartDrawer" },
        { id: "cart-icon-bubble", section: "cart-icon-bubble", selector: ".shopify-section" },
      ],
      added.sections ?? {},
    );
    this.classList.remove("is-empty");
    this.open();
  }

  /** Tab stays inside while the drawer is open. */
  #onKey = (event: KeyboardEvent): void => {
    if (!this.classList.contains("active")) return;
    if (event.code === "Escape") this.close();
    if (event.code !== "Tab") return;
    const inside = [...this.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent !== null);
    const [first, last] = [inside[0], inside.at(-1)];
    const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };

  /** A tile's own button adds without leaving the page, and the drawer shows what became of it. */
  #onQuickAdd = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("form.quick-add")) return;
    event.preventDefault();
    void this.#add(form);
  };

  async #add(form: HTMLFormElement): Promise<void> {
    const body = new FormData(form);
    body.set("sections", "cart-drawer,cart-icon-bubble");
    body.set("sections_url", location.pathname);
    const headers = { Accept: "application/javascript", "X-Requested-With": "XMLHttpRequest" };
    const response = await fetch(window.routes.cart_add_url, { method: "POST", headers, body });
    const answer = (await response.json()) as { readonly description?: string; readonly sections?: Rendered };
    const problem = form.querySelector<HTMLElement>(".problem");
    if (problem) problem.textContent = answer.description ?? "";
    if (response.ok) this.renderContents(answer);
  }
}
