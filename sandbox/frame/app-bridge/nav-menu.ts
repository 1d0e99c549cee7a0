import { watchChildren } from "./bar-button.ts";
import type { FrameLink } from "./frame-link.ts";

/** `ui-nav-menu` and its newer name `s-app-nav`: the app's entries in the admin's left menu. `rel="home"` is the app itself. */
export function defineNavMenu(link: FrameLink): void {
  class NavMenu extends HTMLElement {
    #stopWatching = () => {};

    connectedCallback() {
      this.#stopWatching = watchChildren(this, () => this.tell());
      this.tell();
    }

    disconnectedCallback() {
      this.#stopWatching();
      link.tell("navMenu", []);
    }

    tell() {
      const entries = [...this.querySelectorAll("a[href], s-link[href]")];
      link.tell(
        "navMenu",
        entries
          .filter((entry) => entry.getAttribute("rel") !== "home")
          .map((entry) => ({ label: entry.textContent?.trim() ?? "", href: entry.getAttribute("href") ?? "/" })),
      );
    }
  }

  customElements.define("ui-nav-menu", NavMenu);
  customElements.define("s-app-nav", class extends NavMenu {});
}
