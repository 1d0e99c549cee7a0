import type { SandboxStore } from "../../store/sandbox-store.ts";
import type { Placement, Settings } from "../../store/state/placement.ts";
import type { EditedBlock, EditedField } from "./editor-page.ts";

/** What a merchant does in an editor: place, move, up, remove, save. False when it makes no sense, and nothing changes. */
export function actIn(
  store: SandboxStore,
  act: string | undefined,
  form: URLSearchParams,
  blocks: readonly EditedBlock[],
): boolean {
  if (act === "place") return place(store, form, blocks);
  const placement = store.placements().find(({ id }) => id === Number(form.get("id")));
  const block = placement && blocks.find((each) => isOf(each, placement));
  if (!placement || !block) return false;
  const slot = form.get("slot") ?? "";
  if (act === "remove") return store.removePlacement(placement.id);
  if (act === "save") return store.saveSettings(placement.id, settingsIn(form, block.fields));
  if (act === "up") return arrange(store, upOne(store.placements(), placement));
  if (act !== "move" || !block.slots.some(({ id }) => id === slot)) return false;
  return arrange(
    store,
    store.placements().map((each) => (each === placement ? { ...each, slot } : each)),
  );
}

export function isOf(block: Pick<EditedBlock, "extension" | "target">, placement: Placement): boolean {
  return placement.extension === block.extension && placement.target === block.target;
}

function place(store: SandboxStore, form: URLSearchParams, blocks: readonly EditedBlock[]): boolean {
  const [extension, target, slot] = ["extension", "target", "slot"].map((name) => form.get(name) ?? "");
  const block = blocks.find((each) => each.extension === extension && each.target === target);
  if (!block?.slots.some(({ id }) => id === slot)) return false;
  store.place({ extension: block.extension, target: block.target, slot: slot ?? "" });
  return true;
}

/** Before the one that stands above it in the same slot of the same page. */
function upOne(all: readonly Placement[], placement: Placement): Placement[] {
  const others = all.filter((each) => each !== placement);
  const above = all.findLastIndex(
    (each, index) => index < all.indexOf(placement) && each.slot === placement.slot && each !== placement,
  );
  return above < 0 ? [...all] : [...others.slice(0, above), placement, ...others.slice(above)];
}

/** The shop keeps blocks in the order they were placed: those from the first that differs on are placed anew. */
function arrange(store: SandboxStore, wanted: readonly Placement[]): boolean {
  const before = [...store.placements()];
  const from = wanted.findIndex((each, index) => each !== before[index]);
  if (from < 0) return true;
  for (const { id } of before.slice(from)) store.removePlacement(id);
  for (const { extension, target, slot, settings } of wanted.slice(from)) {
    const { id } = store.place({ extension, target, slot });
    if (Object.keys(settings).length > 0) store.saveSettings(id, settings);
  }
  return true;
}

/** An empty text is no setting, as on Shopify; a box that is not ticked is one. */
function settingsIn(form: URLSearchParams, fields: readonly EditedField[]): Settings {
  const entries = fields.flatMap(({ id, kind }): [string, string | number | boolean][] => {
    const sent = form.get(id) ?? "";
    if (kind === "checkbox") return [[id, sent === "on"]];
    if (sent.trim() === "") return [];
    return [[id, kind === "number" ? Number(sent) : sent]];
  });
  return Object.fromEntries(entries);
}
