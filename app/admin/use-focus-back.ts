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

/** Acts when the state is another than when it was drawn before; not at first. */
export function useOnceChanged<State>(state: State, act: () => void): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    act();
  });
}

/** What had the focus may go with the state that it stood for, or wait without it: the element of this has it then. */
export function useFocusOnceChanged(state: string | boolean | undefined) {
  const element = useRef<HTMLDivElement>(null);
  useOnceChanged(state, () => {
    // Where another frame has it, as Shopify's own search does, it stays there.
    if (document.hasFocus() && hasNoFocus()) element.current?.focus({ preventScroll: true });
  });
  return element;
}

/** Polaris fades its dialog out, and keeps the focus in it for as long. */
const DIALOG_GONE_MS = 300;

/** Once a dialog is closed: what has opened it, by its id, has the focus again; where that cannot take it, the element of this. */
export function useFocusAfterDialog(isOpen: boolean, opener: string) {
  const element = useRef<HTMLDivElement>(null);
  useOnceChanged(isOpen, () => {
    if (isOpen) return;
    setTimeout(() => {
      if (!hasNoFocus()) return;
      document.getElementById(opener)?.focus();
      if (hasNoFocus()) element.current?.focus({ preventScroll: true });
    }, DIALOG_GONE_MS);
  });
  return element;
}

/** Gives it to the page where nothing has it. */
export function focusPage(): void {
  if (hasNoFocus()) document.querySelector("main")?.focus({ preventScroll: true });
}

export function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
