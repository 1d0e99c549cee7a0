import type { SandboxStore } from "../store/sandbox-store.ts";
import { UI_SLOTS } from "./blocks/ui-extension.ts";
import type { Extensions } from "./extensions.ts";
import { THEME_SLOTS } from "./theme/render-blocks.ts";

/** Puts every block where it usually stands, as a merchant would in the editors: a new sandbox shows all there is. */
export function placeEverything(store: SandboxStore, { ui, theme }: Extensions): void {
  for (const { handle, target } of ui) {
    store.place({ extension: handle, target, slot: UI_SLOTS[target][0]?.id ?? "" });
  }
  for (const extension of theme) {
    for (const { handle, target } of extension.blocks) {
      store.place({ extension: extension.handle, target: handle, slot: THEME_SLOTS[target][0].id });
    }
  }
}
