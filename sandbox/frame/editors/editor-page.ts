import type { Settings } from "../../store/state/placement.ts";
import { type Html, html } from "../../web/html.ts";
import { pageBody } from "../admin-layout.ts";

/** A page of the shop as an editor shows it: where blocks may stand, which there are, which stand there. */
export interface EditedPage {
  readonly title: string;
  readonly note: string;
  readonly address: string | undefined;
  readonly blocks: readonly EditedBlock[];
}

/** A block of an app, in its places. */
export interface EditedBlock {
  readonly extension: string;
  readonly target: string;
  readonly name: string;
  readonly slots: readonly { readonly id: string; readonly label: string }[];
  readonly fields: readonly EditedField[];
  readonly placed: readonly PlacedHere[];
  /** An address of the app's asks to place it: it waits to be saved. */
  readonly wantedIn: string | undefined;
}

export interface PlacedHere {
  readonly id: number;
  readonly slot: string;
  readonly settings: Settings;
  /** Nothing stands above it in its slot. */
  readonly isFirst: boolean;
}

export interface EditedField {
  readonly id: string;
  readonly label: string;
  readonly info: string | undefined;
  readonly kind: "text" | "long-text" | "number" | "checkbox" | "select";
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What counts until something is saved; undefined: nothing does. */
  readonly initial: string | number | boolean | undefined;
}

export function editorPage(heading: string, intro: string, pages: readonly EditedPage[], base: string): Html {
  return pageBody(html`<h1>${heading}</h1>`, [
    html`<p class="subdued">${intro}</p>`,
    ...pages.map(
      (
        page,
      ) => html`<section class="card"><div class="card-line"><div><h2>${page.title}</h2><p class="subdued">${page.note}</p></div>
      ${page.address && html`<a class="button" href="${page.address}" target="_blank" rel="noopener">View page</a>`}</div>
      ${page.blocks.length === 0 && html`<p class="subdued">No app has a block for this page.</p>`}
      ${page.blocks.map((block) => blockPart(block, base))}</section>`,
    ),
  ]);
}

function blockPart(block: EditedBlock, base: string): Html {
  const { name, slots, wantedIn } = block;
  const named = html`<input type="hidden" name="extension" value="${block.extension}"><input type="hidden" name="target" value="${block.target}">`;
  return html`<div class="edited-block" id="block-${block.extension}-${block.target.replaceAll(".", "-")}">
    <h3>${name}</h3>
    ${wantedIn && html`<div class="banner" role="status"><p>${name} is switched on but not saved yet.</p><form method="post" action="${base}/place">${named}<input type="hidden" name="slot" value="${wantedIn}"><button class="button primary">Save</button></form></div>`}
    ${block.placed.map((placed) => placedPart(block, placed, base))}
    <form class="stacked" method="post" action="${base}/place">${named}
      <label class="field"><span>Place in</span><select name="slot" aria-label="Where to place ${name}">${slots.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}</select></label>
      <button class="button">Add ${name}</button></form>
  </div>`;
}

function placedPart(
  { name, slots, fields }: EditedBlock,
  { id, slot, settings, isFirst }: PlacedHere,
  base: string,
): Html {
  const isSaved = Object.keys(settings).length > 0;
  const label = slots.find((each) => each.id === slot)?.label ?? slot;
  const act = (what: string, content: Html) =>
    html`<form method="post" action="${base}/${what}"><input type="hidden" name="id" value="${id}">${content}</form>`;
  return html`<div class="placed-block" data-placement="${id}"><p><span class="badge success">Placed</span> ${label}</p>
    <div class="stacked">
      ${slots.length > 1 && act("move", html`<label class="field"><span>Move to</span><select name="slot" aria-label="Move ${name} to">${slots.map((each) => html`<option value="${each.id}"${each.id === slot && html` selected`}>${each.label}</option>`)}</select></label> <button class="button">Move</button>`)}
      ${!isFirst && act("up", html`<button class="button" aria-label="Move ${name} up">Up</button>`)}
      ${act("remove", html`<button class="button critical" aria-label="Remove ${name}">Remove</button>`)}
    </div>
    ${
      fields.length > 0 &&
      html`<details class="block-settings"><summary>Settings${!isSaved && html` <span class="badge">Nothing saved yet</span>`}</summary>
      ${act("save", html`${fields.map((field) => fieldPart(field, settings[field.id] ?? field.initial, `${id}-${field.id}`))}<button class="button primary">Save settings</button>`)}</details>`
    }
  </div>`;
}

function fieldPart({ id, label, info, kind, options }: EditedField, value: unknown, of: string): Html {
  const described = info && html` aria-describedby="${of}-info"`;
  const help = info && html`<p class="subdued small" id="${of}-info">${info}</p>`;
  if (kind === "checkbox") {
    return html`<div class="setting"><label><input type="checkbox" name="${id}" value="on"${value === true && html` checked`}${described}> ${label}</label>${help}</div>`;
  }
  const control =
    kind === "select"
      ? html`<select id="${of}" name="${id}"${described}>${options.map((each) => html`<option value="${each.value}"${each.value === value && html` selected`}>${each.label}</option>`)}</select>`
      : kind === "long-text"
        ? html`<textarea id="${of}" name="${id}" rows="3"${described}>${String(value ?? "")}</textarea>`
        : html`<input id="${of}" name="${id}" type="${kind}" value="${String(value ?? "")}"${described}>`;
  return html`<div class="setting"><label for="${of}">${label}</label>${control}${help}</div>`;
}
