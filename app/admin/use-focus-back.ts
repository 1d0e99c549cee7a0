import { useCallback, useEffect, useRef } from "react";

/** For what goes while it has the focus, or had it until it was pressed: the page has it then, and not the whole document. */
export function useFocusBack(wasPressed = false) {
  const box = useRef<HTMLDivElement | null>(null);
  const pressed = useRef(wasPressed);
  pressed.current = wasPressed;
  return useCallback((element: HTMLDivElement | null) => {
    if (!element && (pressed.current || box.current?.contains(document.activeElement))) setTimeout(focusPage);
    box.current = element;
  }, []);
}

/** The browser takes the focus from a button that waits: once that is done, the element of this has it, if nothing else. */
export function useFocusOnceDone(isBusy: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    if (wasBusy.current && !isBusy && hasNoFocus()) element.current?.focus({ preventScroll: true });
    wasBusy.current = isBusy;
  }, [isBusy]);
  return element;
}

/** Gives it to the page where nothing has it. */
export function focusPage(): void {
  if (hasNoFocus()) document.querySelector("main")?.focus({ preventScroll: true });
}

export function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
