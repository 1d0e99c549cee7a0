import type { Money } from "#app/core/values/money.ts";
import type { Sentences } from "./sentences.ts";
import type { Shown } from "./shown.ts";

export interface OfferActions {
  take(): void;
  undo(): void;
  pick(choice: number): void;
}

export interface OfferView {
  readonly root: HTMLElement;
  show(shown: Shown): void;
}

/**
 * The line an offer is drawn as: an unticked box, what it adds and at which price, and below it what else is to be known.
 * Drawn once and changed in place, so that the focus stays and a screen reader hears only what is new.
 */
export function drawOffer(actions: OfferActions, sentences: Sentences): OfferView {
  const { words } = sentences;
  const why = make("p", "why");
  const tick = Object.assign(make("input", "tick"), { type: "checkbox" });
  const picture = Object.assign(make("img", "picture"), { alt: "", width: 48, height: 48 });
  const name = make("span", "name");
  const note = make("span", "note");
  const select = make("select", "choice");
  select.setAttribute("aria-label", words.choose);
  const root = make("div", "", [
    why,
    make("label", "line", [tick, picture, name]),
    make("div", "foot", [note, select]),
  ]);

  let isBusy = false;
  let missing: string | undefined;
  picture.onerror = () => {
    missing = picture.getAttribute("src") ?? undefined;
    picture.hidden = true;
  };
  tick.onclick = (event) => {
    if (isBusy) event.preventDefault();
  };
  tick.onchange = () => (tick.checked ? actions.take() : actions.undo());
  select.onchange = () => actions.pick(Number(select.value));

  let choices: Shown["choices"] | undefined;
  return {
    root,
    show(shown) {
      const { status } = shown;
      const choice = shown.choices[shown.picked];
      if (!choice) return;
      isBusy = status === "adding" || status === "removing";
      const paid = status === "added" || status === "removing" ? shown.paid : undefined;
      why.textContent = sentences.why(shown);
      tick.checked = status === "added" || status === "adding";
      tick.setAttribute("aria-disabled", String(isBusy));
      picture.hidden = !choice.picture || choice.picture === missing;
      if (choice.picture && picture.getAttribute("src") !== choice.picture) picture.src = choice.picture;
      name.replaceChildren(`${sentences.invitation(shown)} `, ...prices(choice.was, paid ?? choice.now));
      note.textContent = sentences.note(shown);
      if (choices !== shown.choices) {
        choices = shown.choices;
        const isOnePrice = choices.every(({ now }) => now.minor === choice.now.minor);
        select.replaceChildren(
          ...choices.map(
            ({ option, now }, at) =>
              new Option(isOnePrice ? option : `${option} · ${sentences.price(now)}`, String(at)),
          ),
        );
      }
      select.value = String(shown.picked);
      select.hidden = choices.length < 2 || status !== "offered";
    },
  };

  function prices(was: Money, now: Money): (HTMLElement | string)[] {
    const figure = make("strong", "price", [sentences.price(now)]);
    if (now.minor >= was.minor) return [figure];
    const before = make("s", "was", [sentences.price(was)]);
    return [make("span", "ears", [`${words.was} `]), before, " ", make("span", "ears", [`${words.now} `]), figure];
  }
}

/** `part` of the offer is what the style sheet calls it; "" is the whole. */
function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, part: string, children: (Node | string)[] = []) {
  const made = document.createElement(tag);
  made.className = part ? `encore-offer__${part}` : "encore-offer";
  made.append(...children);
  return made;
}
