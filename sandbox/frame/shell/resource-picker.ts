import type { PickedResource, PickerOptions } from "../messages.ts";
import { element } from "./element.ts";
import { type Listed, Picked } from "./picked.ts";
import { resourceRows } from "./resource-rows.ts";

const NOUNS = { product: "products", variant: "variants", collection: "collections" };

/** The dialog of shopify.resourcePicker: null when the merchant cancels. Escape cancels, arrows move, Space chooses. */
export async function pickResources(options: PickerOptions): Promise<readonly PickedResource[] | null> {
  const everything = await fetchResources(options, "");
  const picked = new Picked(options);
  picked.settle(everything);
  return new Promise((resolve) => {
    const verb = options.action === "select" ? "Select" : "Add";
    const search = element("input", {
      type: "search",
      placeholder: `Search ${NOUNS[options.type]}`,
      value: options.query ?? "",
      autocomplete: "off",
      aria: { label: `Search ${NOUNS[options.type]}` },
    });
    const list = element("div", { className: "picker-list", tabIndex: -1 });
    const count = element("span", { className: "picker-count", aria: { live: "polite" } });
    const done = element("button", {
      type: "button",
      className: "button primary",
      textContent: verb,
      onclick: () => dialog.close("done"),
    });
    const drawCount = () => {
      const most = Number.isFinite(picked.most) ? `/${picked.most}` : "";
      const noun = picked.count === 1 && !most ? options.type : NOUNS[options.type];
      count.textContent = `${picked.count}${most} ${noun} selected`;
      done.disabled = picked.count === 0 && (options.selectionIds ?? []).length === 0;
    };
    const dialog = element(
      "dialog",
      { className: "dialog picker", aria: { label: `${verb} ${NOUNS[options.type]}` } },
      element(
        "header",
        {},
        element("h2", { textContent: `${verb} ${NOUNS[options.type]}` }),
        element("button", {
          type: "button",
          className: "close",
          textContent: "✕",
          onclick: () => dialog.close(),
          aria: { label: "Close" },
        }),
      ),
      element("div", { className: "picker-search" }, search),
      list,
      element(
        "footer",
        {},
        count,
        element("button", {
          type: "button",
          className: "button",
          textContent: "Cancel",
          onclick: () => dialog.close(),
        }),
        done,
      ),
    );
    const draw = async () => {
      const query = search.value;
      const listed = query.trim() ? await fetchResources(options, query) : everything;
      if (query === search.value) list.replaceChildren(...resourceRows(listed, options, picked, drawCount));
    };

    search.addEventListener("input", draw);
    dialog.addEventListener("keydown", (event) => moveByArrows(event, search, list));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "done" ? picked.result(everything) : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    search.focus();
    drawCount();
    void draw();
  });
}

async function fetchResources({ type, filter }: PickerOptions, query: string): Promise<Listed[]> {
  const ask = new URLSearchParams({ type });
  for (const text of [filter?.query ?? "", query]) if (text.trim()) ask.append("query", text);
  const response = await fetch(`/frame/resources?${ask}`);
  return (await response.json()) as Listed[];
}

function moveByArrows(event: KeyboardEvent, search: HTMLElement, list: HTMLElement): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const stops = [search, ...list.querySelectorAll<HTMLElement>("input:not(:disabled)")];
  const next = stops.indexOf(document.activeElement as HTMLElement) + step;
  stops[Math.min(stops.length - 1, Math.max(0, next))]?.focus();
}
