/** Focuses the first of the elements of these ids that is there once what was just changed has been drawn. */
export function focusSoon(...ids: readonly string[]): void {
  // Polaris gives a popover's focus back to its button as it closes: this comes after.
  setTimeout(() => {
    const there = ids.map((id) => window.document.getElementById(id)).find((element) => element !== null);
    there?.focus();
  }, 50);
}
