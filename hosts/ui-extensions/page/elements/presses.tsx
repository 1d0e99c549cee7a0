/** @jsxImportSource preact */
import { classes, type Drawing, named, textOf } from "./drawn.ts";
import { commanded } from "./overlays.tsx";

/** Buttons, links and everything that is pressed: the extension hears first, then happens what the press is for. */
export function Button({ props, fire, children }: Drawing) {
  const isLoading = props.loading === true;
  const name = classes("button", {
    variant: props.variant,
    tone: props.tone,
    size: props.inlineSize,
    loading: isLoading,
  });
  const inside = (
    <>
      <span class="button__label">{children}</span>
      {isLoading ? <span class="spinner__wheel" aria-hidden="true" /> : null}
    </>
  );
  const href = textOf(props.href);
  if (href && props.disabled !== true && !isLoading) {
    return (
      <a {...named(props)} class={name} href={href} {...opensIn(props.target)} onClick={() => fire("click")}>
        {inside}
      </a>
    );
  }
  return (
    // While it loads it keeps the focus, so it is not disabled as an element.
    <button
      {...named(props)}
      class={name}
      type={props.type === "submit" ? "submit" : "button"}
      disabled={props.disabled === true}
      aria-disabled={isLoading ? true : undefined}
      aria-busy={isLoading ? true : undefined}
      onClick={(event) => {
        if (isLoading) return event.preventDefault();
        fire("click");
        commanded(event.currentTarget, props);
      }}
    >
      {inside}
    </button>
  );
}

export function Link({ props, fire, children }: Drawing) {
  const href = textOf(props.href);
  const name = classes("link", { tone: props.tone });
  if (href) {
    return (
      <a
        {...named(props)}
        class={name}
        lang={textOf(props.lang)}
        href={href}
        {...opensIn(props.target)}
        onClick={() => fire("click")}
      >
        {children}
      </a>
    );
  }
  return (
    <button
      {...named(props)}
      class={name}
      type="button"
      onClick={(event) => {
        fire("click");
        commanded(event.currentTarget, props);
      }}
    >
      {children}
    </button>
  );
}

/** Clickable areas and chips: as a button or a link, without its looks. */
export function Clickable(drawing: Drawing) {
  const { props, slots } = drawing;
  if (props.hidden === true) return null;
  return (
    <span class={drawing.tag === "s-clickable-chip" ? "chip" : "clickable"}>
      {slots.graphic}
      <Link {...drawing} />
    </span>
  );
}

export function Chip({ props, slots, children }: Drawing) {
  return (
    <span class="chip" {...named(props)}>
      {slots.graphic}
      {children}
    </span>
  );
}

export function PressButton({ props, fire, children }: Drawing) {
  const isPressed = props.pressed === true || (props.pressed === undefined && props.defaultPressed === true);
  return (
    <button
      {...named(props)}
      class="button button--variant-secondary"
      type="button"
      aria-pressed={isPressed}
      disabled={props.disabled === true}
      onClick={() => fire("click", { pressed: !isPressed })}
    >
      {children}
    </button>
  );
}

function opensIn(target: unknown) {
  return target === "_blank" ? { target: "_blank", rel: "noopener" } : {};
}
