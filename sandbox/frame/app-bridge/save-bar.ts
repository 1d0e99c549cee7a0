import type { SaveBarView } from "../messages.ts";
import { barButton, watchChildren } from "./bar-button.ts";
import type { FrameLink } from "./frame-link.ts";

export interface SaveBars {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
  toggle(id: string): Promise<void>;
  leaveConfirmation(): Promise<void>;
}

/** One bar that can show: what it looks like and what its two buttons do. */
interface Showing {
  readonly owner: Element;
  view(): SaveBarView;
  save(): void;
  discard(): void;
}

/** `ui-save-bar`, forms with `data-save-bar`, and `shopify.saveBar`. The frame draws the bar over its top bar. */
export function defineSaveBar(link: FrameLink): SaveBars {
  let showing: Showing | undefined;

  const show = (bar: Showing) => {
    showing = bar;
    link.tell("saveBar", bar.view());
  };
  const hide = (owner: Element) => {
    if (showing?.owner !== owner) return;
    showing = undefined;
    link.tell("saveBar", null);
  };

  class SaveBar extends HTMLElement {
    #stopWatching = () => {};

    connectedCallback() {
      this.#stopWatching = watchChildren(this, () => {
        if (showing?.owner === this) link.tell("saveBar", showing.view());
      });
    }

    disconnectedCallback() {
      this.#stopWatching();
      hide(this);
    }

    get showing(): boolean {
      return showing?.owner === this;
    }

    get discardConfirmation(): boolean {
      const value = this.getAttribute("discardConfirmation");
      return value !== null && value !== "false";
    }

    set discardConfirmation(asks: boolean) {
      this.toggleAttribute("discardConfirmation", asks);
    }

    async show(): Promise<void> {
      if (this.showing) return;
      const save = () => this.querySelector<HTMLElement>('button[variant="primary"]');
      const discard = () => this.querySelector<HTMLElement>('button:not([variant="primary"])');
      show({
        owner: this,
        view: () => buttonsOf(save(), discard(), this.discardConfirmation),
        save: () => save()?.click(),
        discard: () => discard()?.click(),
      });
      this.dispatchEvent(new Event("show"));
    }

    async hide(): Promise<void> {
      if (!this.showing) return;
      hide(this);
      this.dispatchEvent(new Event("hide"));
    }

    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }
  }

  customElements.define("ui-save-bar", SaveBar);
  watchForms(show, hide);
  link.onNews("saveBarPressed", (button) => showing?.[button]());
  addEventListener("beforeunload", (event) => {
    if (showing) event.preventDefault();
  });

  const withBar = async (id: string, act: (bar: SaveBar) => Promise<void>) => {
    const bar = document.getElementById(id);
    if (!(bar instanceof SaveBar)) throw new Error(`there is no ui-save-bar with the id ${id}`);
    await act(bar);
  };
  return {
    show: (id) => withBar(id, (bar) => bar.show()),
    hide: (id) => withBar(id, (bar) => bar.hide()),
    toggle: (id) => withBar(id, (bar) => bar.toggle()),
    leaveConfirmation: async () => {
      if (!showing || (await link.ask("leaveConfirmation", null))) return;
      await new Promise(() => {});
    },
  };
}

function watchForms(show: (bar: Showing) => void, hide: (form: Element) => void): void {
  const formOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-save-bar]") : null;
  const changed = (event: Event) => {
    const form = formOf(event);
    if (!form) return;
    show({
      owner: form,
      view: () => buttonsOf(null, null, form.hasAttribute("data-discard-confirmation")),
      save: () => form.requestSubmit(),
      discard: () => form.reset(),
    });
  };
  const settled = (event: Event) => {
    const form = formOf(event);
    if (form) hide(form);
  };
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", settled);
  document.addEventListener("reset", settled);
}

function buttonsOf(save: Element | null, discard: Element | null, confirmsDiscard: boolean): SaveBarView {
  const usual = { primary: false, critical: false, disabled: false, loading: false };
  return {
    save: { ...(save ? barButton(save) : usual), label: "Save", primary: true },
    discard: { ...(discard ? barButton(discard) : usual), label: "Discard" },
    confirmsDiscard,
  };
}
