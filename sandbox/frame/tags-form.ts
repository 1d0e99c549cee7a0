import { type Html, html } from "../web/html.ts";

/** Tags edited where they stand, with commas between them; sends `tags`. */
export function tagsForm({
  action,
  tags,
  of,
}: {
  readonly action: string;
  readonly tags: readonly string[];
  readonly of: string;
}): Html {
  return html`<form class="tags" method="post" action="${action}">
    <label class="field"><span>Tags</span><input name="tags" value="${tags.join(", ")}" size="18" aria-label="Tags of ${of}"></label>
    <button class="button" aria-label="Save tags of ${of}">Save</button></form>`;
}
