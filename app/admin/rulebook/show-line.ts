/** Selects a line of the field, counted from 1, brings it into view, and puts the keyboard there. */
export function showLine(field: HTMLTextAreaElement, line: number): void {
  const text = field.value;
  let begin = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf("\n", begin);
    if (end < 0) break;
    begin = end + 1;
  }
  const end = text.indexOf("\n", begin);
  field.focus();
  field.setSelectionRange(begin, end < 0 ? text.length : end);
  // Lines are not wrapped: each is as high as the next.
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 4) * height);
  field.scrollLeft = 0;
  field.scrollIntoView({ block: "center" });
}
