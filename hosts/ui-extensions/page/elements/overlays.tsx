/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import { classes, type Drawing, textOf } from "./drawn.ts";

const COMMAND = "element-command";

/** Sends a press on to the element that its `commandFor` names. */
export function commanded(pressed: HTMLElement, props: Readonly<Record<string, unknown>>): void {
  const id = textOf(props.commandFor);
  if (!id) return;
  const meant = (pressed.getRootNode() as ShadowRoot).getElementById(id);
  meant?.dispatchEvent(new CustomEvent(COMMAND, { detail: textOf(props.command) ?? "--auto" }));
}

/** Modals, sheets and popovers: opened by a press only, closed by Escape too, with the focus led in and back. */
export function Overlay({ tag, props, slots, fire, answer, children }: Drawing) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    if (!dialog) return;
    const show = () => {
      if (dialog.open) return;
      if (tag === "s-popover") dialog.show();
      else dialog.showModal();
      fire("show");
      fire("aftershow");
    };
    const hide = () => dialog.close();
    const obey = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      if (detail === "--hide" || (dialog.open && detail !== "--show")) hide();
      else show();
    };
    answer({ hideOverlay: hide });
    dialog.addEventListener(COMMAND, obey);
    return () => dialog.removeEventListener(COMMAND, obey);
  });
  const heading = textOf(props.heading);
  return (
    <dialog
      ref={place}
      id={textOf(props.id)}
      class={classes("overlay", { size: props.size, popover: tag === "s-popover" })}
      aria-label={textOf(props.accessibilityLabel) ?? heading}
      onClose={() => {
        fire("hide");
        fire("afterhide");
      }}
    >
      {tag === "s-popover" ? null : (
        <header class="overlay__head">
          <strong>{heading}</strong>
          <button type="button" class="button button--plain" aria-label="Close" onClick={() => place.current?.close()}>
            ×
          </button>
        </header>
      )}
      {children}
      {slots["secondary-actions"]}
      {slots["primary-action"]}
    </dialog>
  );
}

export function Details({ props, fire, children }: Drawing) {
  return (
    <details
      id={textOf(props.id)}
      open={props.open === true || (props.open === undefined && props.defaultOpen === true)}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        fire("toggle", { open });
        fire("aftertoggle");
      }}
    >
      {children}
    </details>
  );
}

export function Summary({ props, children }: Drawing) {
  return <summary id={textOf(props.id)}>{children}</summary>;
}
