/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { classes, type Drawing, named, textOf } from "./drawn.ts";

/** Critical ones interrupt what is being read, the others wait: "assertive" and "polite" of a live region. */
export function Banner({ props, fire, children }: Drawing) {
  const [isDismissed, setDismissed] = useState(false);
  if (props.hidden === true || isDismissed) return null;
  const heading = textOf(props.heading);
  return (
    <div
      {...named(props)}
      class={classes("banner", { tone: props.tone })}
      role={props.tone === "critical" ? "alert" : "status"}
    >
      <div class="banner__words">
        {heading ? <strong class="banner__heading">{heading}</strong> : null}
        {children}
      </div>
      {props.dismissible === true ? (
        <button
          type="button"
          class="button button--plain"
          aria-label="Dismiss"
          onClick={() => {
            setDismissed(true);
            fire("dismiss");
            fire("afterhide");
          }}
        >
          ×
        </button>
      ) : null}
    </div>
  );
}

export function Spinner({ props }: Drawing) {
  return (
    <span class={classes("spinner", { size: props.size })} role="status" aria-label={textOf(props.accessibilityLabel)}>
      <span class="spinner__wheel" aria-hidden="true" />
    </span>
  );
}

export function Progress({ props }: Drawing) {
  const most = typeof props.max === "number" ? props.max : 1;
  const value = typeof props.value === "number" ? props.value : undefined;
  return (
    <progress aria-label={textOf(props.accessibilityLabel)} max={most} {...(value === undefined ? {} : { value })} />
  );
}

export function SkeletonParagraph({ props }: Drawing) {
  return <p class="skeleton">{textOf(props.content) ?? "\u00a0"}</p>;
}
