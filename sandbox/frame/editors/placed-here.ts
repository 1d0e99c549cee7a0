import type { SandboxStore } from "../../store/sandbox-store.ts";
import type { EditedBlock, PlacedHere } from "./editor-page.ts";
import { isOf } from "./place-blocks.ts";

/** Where a block stands now. */
export function placedHere(store: SandboxStore, block: Pick<EditedBlock, "extension" | "target">): PlacedHere[] {
  const all = store.placements();
  return all
    .filter((placement) => isOf(block, placement))
    .map((placement) => ({
      id: placement.id,
      slot: placement.slot,
      settings: placement.settings,
      isFirst:
        all.find(({ slot, target }) => slot === placement.slot && isSamePage(target, placement.target)) === placement,
    }));
}

/** Targets of the checkout's pages have dots in them and a slot of one name each; a theme's slots have names of their own. */
function isSamePage(one: string, other: string): boolean {
  return one.includes(".") ? one === other : !other.includes(".");
}
