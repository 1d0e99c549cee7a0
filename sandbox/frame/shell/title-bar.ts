import type { AppPageView } from "../app-page.ts";
import type { TitleBarView } from "../messages.ts";
import { drawnButton } from "./bar-button.ts";
import { byId, element } from "./element.ts";

/** `pressed` gets the button's index, -1 for the arrow back. Without a view the bar says the app's name. */
export function drawTitleBar(page: AppPageView, view: TitleBarView | null, pressed: (index: number) => void): void {
  const title = view?.title.trim() || page.appName;
  byId("title").textContent = title;
  document.title = title === page.appName ? title : `${page.appName} · ${title}`;
  document.getElementById("title-back")?.remove();
  if (view?.back) {
    const back = element("button", {
      id: "title-back",
      type: "button",
      className: "back",
      textContent: "‹",
      onclick: () => pressed(-1),
      aria: { label: view.back.label },
    });
    byId("title").before(back);
  }
  const buttons = (view?.buttons ?? []).map((button, index) => drawnButton(button, () => pressed(index)));
  byId("title-buttons").replaceChildren(...buttons);
}
