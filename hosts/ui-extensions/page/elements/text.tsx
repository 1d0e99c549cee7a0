/** @jsxImportSource preact */
import { classes, type Drawing, named, textOf, visibility } from "./drawn.ts";

const TEXTS = {
  address: "address",
  emphasis: "em",
  generic: "span",
  mark: "mark",
  offset: "span",
  redundant: "s",
  small: "small",
  strong: "strong",
} as const;

export function Text({ props, children }: Drawing) {
  const Tag = TEXTS[(textOf(props.type) ?? "generic") as keyof typeof TEXTS];
  if (props.display === "none") return null;
  return (
    <Tag
      class={`${classes("text", { tone: props.tone, color: props.color, type: props.type })}${visibility(props)}`}
      lang={textOf(props.lang)}
      dir={direction(props.dir)}
      {...named(props)}
    >
      {children}
    </Tag>
  );
}

export function Paragraph({ props, children }: Drawing) {
  return (
    <p
      class={`${classes("paragraph", { tone: props.tone, color: props.color, type: props.type })}${visibility(props)}`}
      lang={textOf(props.lang)}
      dir={direction(props.dir)}
      {...named(props)}
    >
      {children}
    </p>
  );
}

export function Badge({ props, children }: Drawing) {
  return (
    <span class={classes("badge", { tone: props.tone })} {...named(props)}>
      {children}
    </span>
  );
}

export function Abbreviation({ props, children }: Drawing) {
  return <abbr title={textOf(props.title)}>{children}</abbr>;
}

export function Time({ props, children }: Drawing) {
  return <time dateTime={textOf(props.dateTime)}>{children}</time>;
}

export function Tooltip({ props, children }: Drawing) {
  return (
    <span class="tooltip" role="tooltip" id={textOf(props.id)}>
      {children}
    </span>
  );
}

/** Icons carry no meaning of their own: what they stand for is written beside them. */
export function Icon({ props }: Drawing) {
  return <span class={classes("icon", { tone: props.tone, type: props.type })} aria-hidden="true" />;
}

function direction(value: unknown): "ltr" | "rtl" | "auto" | undefined {
  return value === "ltr" || value === "rtl" || value === "auto" ? value : undefined;
}
