import type { Engine } from "./engine.ts";
import type { Placement, Settings } from "./state/placement.ts";

/** Puts a block of an extension where the merchant wants it, without settings. */
export function place(engine: Engine, block: Pick<Placement, "extension" | "target" | "slot">): Placement {
  const placement: Placement = { id: engine.newId("placement"), ...block, settings: {} };
  engine.state.placements.push(placement);
  engine.changed();
  return placement;
}

export function removePlacement(engine: Engine, id: number): boolean {
  const left = engine.state.placements.filter((placement) => placement.id !== id);
  if (left.length === engine.state.placements.length) return false;
  engine.state.placements = left;
  engine.changed();
  return true;
}

export function saveSettings(engine: Engine, id: number, settings: Settings): boolean {
  const placement = engine.state.placements.find((placed) => placed.id === id);
  if (!placement) return false;
  placement.settings = settings;
  engine.changed();
  return true;
}
