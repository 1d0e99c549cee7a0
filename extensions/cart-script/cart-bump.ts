import { Bump } from "./bump.ts";
import { keepInDrawer } from "./drawer.ts";
import { OFFER_ELEMENT } from "./keeping-focus.ts";
import { defineOfferElement } from "./offer-element.ts";
import { sentencesIn } from "./sentences.ts";
import { readSettings, type Settings } from "./settings.ts";

const CART_CHANGES = /\/cart\/(add|change|update|clear)/;

const settings = readSettings();
if (settings && !customElements.get(OFFER_ELEMENT)) start(settings);

function start(settings: Settings): void {
  keepStyle();
  const sentences = sentencesIn(settings);
  const tell = liveRegion();
  const bump = new Bump(settings, (shown) => tell(sentences.news(shown)));
  defineOfferElement(bump, sentences);
  if (settings.drawer !== null) keepInDrawer(settings.drawer);
  if (document.querySelector(`${OFFER_ELEMENT}[data-place="page"]`)) bump.refresh();
  watchCart(() => {
    // A drawer that nobody opened is not worth a question.
    if (bump.isSettled) bump.refreshSoon();
  });
}

/** Themes have no common event for a changed cart, but every change is a request, whoever makes it. */
function watchCart(changed: () => void): void {
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ name }) => CART_CHANGES.test(name))) changed();
  }).observe({ type: "resource" });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}

/** The theme may render our style sheet away together with the section it stands in, and the new one loads too late. */
function keepStyle(): void {
  const style = document.querySelector('link[href*="cart-bump.css"]');
  if (style) document.head.append(style.cloneNode());
}

/** Outside what themes render again: a region that is replaced together with its words is not read out. */
function liveRegion(): (sentence: string) => void {
  const region = document.createElement("div");
  region.className = "encore-offer__ears";
  region.setAttribute("role", "status");
  document.body.append(region);
  return (sentence) => {
    region.textContent = sentence;
  };
}
