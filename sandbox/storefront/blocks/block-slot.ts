import type { Placement } from "../../store/state/placement.ts";
import { type Html, html } from "../../web/html.ts";
import type { Visit } from "../visit.ts";
import type { UiExtension, UiTarget } from "./ui-extension.ts";

export interface PlacedBlock {
  readonly placement: Placement;
  readonly extension: UiExtension;
}

/** The blocks that the merchant placed on a page; none while the app is not installed. */
export function placedOn({ store, extensions }: Visit, target: UiTarget): PlacedBlock[] {
  if (!store.installed()) return [];
  return store.placements().flatMap((placement) => {
    if (placement.target !== target) return [];
    const extension = extensions.ui.find((each) => each.handle === placement.extension && each.target === target);
    return extension ? [{ placement, extension }] : [];
  });
}

/** Where the page's script mounts what was placed here; nothing where nothing was. */
export function blockSlot(visit: Visit, target: UiTarget, slot: string): Html {
  const here = placedOn(visit, target).filter(({ placement }) => placement.slot === slot);
  return html`${here.map(({ placement }) => html`<div class="extension-block" data-placement="${placement.id}"></div>`)}`;
}

/** The page's script for blocks, where there are any. */
export function blockScripts(visit: Visit, target: UiTarget): string[] {
  return placedOn(visit, target).length > 0 ? ["blocks"] : [];
}
