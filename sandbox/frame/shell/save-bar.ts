import type { SaveBarView } from "../messages.ts";
import { drawnButton } from "./bar-button.ts";
import { confirmDialog } from "./confirm-dialog.ts";
import { byId, element } from "./element.ts";

export interface SaveBar {
  draw(view: SaveBarView | null): void;
  isShown(): boolean;
}

/** The bar over the top bar while something is unsaved. */
export function saveBar(pressed: (button: "save" | "discard") => void): SaveBar {
  const bar = byId("save-bar");
  const discard = async (view: SaveBarView) => {
    const asked = { title: "Discard all unsaved changes?", text: "Everything changed since the last save is lost." };
    const yes =
      !view.confirmsDiscard ||
      (await confirmDialog({ ...asked, yes: "Discard changes", no: "Continue editing", critical: true }));
    if (yes) pressed("discard");
  };
  return {
    draw: (view) => {
      bar.hidden = view === null;
      bar.replaceChildren(
        ...(view
          ? [
              element("span", { className: "save-bar-text", textContent: "Unsaved changes" }),
              ...(view.discard ? [drawnButton(view.discard, () => void discard(view))] : []),
              ...(view.save ? [drawnButton(view.save, () => pressed("save"))] : []),
            ]
          : []),
      );
    },
    isShown: () => !bar.hidden,
  };
}
