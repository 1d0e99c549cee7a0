export interface SectionToRender {
  readonly id: string;
  readonly section: string;
  readonly selector: string;
}

export type Rendered = Readonly<Record<string, string | null>>;

/** Puts what the shop rendered into the page: each section's part in place of the part that stands there. */
export function renderSections(wanted: readonly SectionToRender[], rendered: Rendered): void {
  for (const { id, section, selector } of wanted) {
    const place = document.getElementById(id);
    const markup = rendered[section];
    const fresh = markup && new DOMParser().parseFromString(markup, "text/html").querySelector(selector);
    if (place && fresh) (place.querySelector(selector) ?? place).innerHTML = fresh.innerHTML;
  }
}
