/**
 * Draws a view only when it differs from the last: an element replaced between the press and the release of the mouse gets
 * no click, and leaving a field by pressing Save makes the app tell its bar once more.
 */
export function whenChanged<View>(draw: (view: View) => void): (view: View) => void {
  let last: string | undefined;
  return (view) => {
    const next = JSON.stringify(view);
    if (next === last) return;
    last = next;
    draw(view);
  };
}
