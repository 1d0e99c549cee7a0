import type { Bump } from "./bump.ts";
import { OFFER_ELEMENT } from "./keeping-focus.ts";
import { drawOffer, type OfferView } from "./offer-view.ts";
import type { Sentences } from "./sentences.ts";

/**
 * Makes `encore-cart-offer` draw this bump. The theme may put new ones into the page whenever it renders the cart again:
 * each draws at once what stands.
 */
export function defineOfferElement(bump: Bump, sentences: Sentences): void {
  customElements.define(
    OFFER_ELEMENT,
    class extends HTMLElement {
      #view: OfferView | undefined;
      #isInSight = false;
      #show = () => {
        if (bump.shown) {
          this.#view ??= drawOffer(bump, sentences);
          if (!this.#view.root.isConnected) this.replaceChildren(this.#view.root);
          this.#view.show(bump.shown);
          if (this.#isInSight) bump.seen();
        } else {
          this.replaceChildren();
        }
        // The room that was kept for an offer goes as soon as there is none.
        this.toggleAttribute("data-empty", bump.isSettled && !bump.shown);
      };
      #sight = new IntersectionObserver((entries) => {
        this.#isInSight = entries.at(-1)?.isIntersecting === true;
        if (!this.#isInSight) return;
        if (bump.isSettled) bump.seen();
        else bump.refreshSoon();
      });

      connectedCallback() {
        bump.views.add(this.#show);
        this.#show();
        this.#sight.observe(this);
      }

      disconnectedCallback() {
        bump.views.delete(this.#show);
        this.#sight.disconnect();
      }
    },
  );
}
