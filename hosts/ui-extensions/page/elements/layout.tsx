/** @jsxImportSource preact */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useBoxStyle } from "./box-style.ts";
import { classes, type Drawing, named, textOf, visibility } from "./drawn.ts";

/** How deep a heading stands: a block's own are of the second level, those in its sections one deeper. */
const HeadingLevel = createContext(2);

export function Box({ props, children }: Drawing) {
  const style = useBoxStyle(props);
  return (
    <div class={`box${visibility(props)}`} style={style} {...named(props)}>
      {children}
    </div>
  );
}

export function Stack({ props, children }: Drawing) {
  const style = useBoxStyle(props);
  return (
    <div
      class={`${classes("stack", { direction: props.direction })}${visibility(props)}`}
      style={style}
      {...named(props)}
    >
      {children}
    </div>
  );
}

export function Grid({ props, children }: Drawing) {
  const style = useBoxStyle(props);
  return (
    <div class="grid" style={style} {...named(props)}>
      {children}
    </div>
  );
}

/** Asks the width of what is around it; here the block's. */
export function Plain({ props, children }: Drawing) {
  return <div {...named(props)}>{children}</div>;
}

export function Section({ props, slots, children }: Drawing) {
  const level = useContext(HeadingLevel);
  const heading = textOf(props.heading);
  return (
    <section class="section" id={textOf(props.id)} aria-label={textOf(props.accessibilityLabel) ?? heading}>
      {heading ? <HeadingAt level={level}>{heading}</HeadingAt> : null}
      <HeadingLevel.Provider value={heading ? level + 1 : level}>{children}</HeadingLevel.Provider>
      {Object.values(slots)}
    </section>
  );
}

export function Heading({ props, children }: Drawing) {
  const level = useContext(HeadingLevel);
  return (
    <HeadingAt level={level} id={textOf(props.id)} hidden={props.accessibilityVisibility}>
      {children}
    </HeadingAt>
  );
}

function HeadingAt({
  level,
  id,
  hidden,
  children,
}: {
  level: number;
  id?: string | undefined;
  hidden?: unknown;
  children: Drawing["children"];
}) {
  const Tag = `h${Math.min(level, 6)}` as "h2";
  return (
    <Tag id={id} class={`heading${visibility({ accessibilityVisibility: hidden })}`}>
      {children}
    </Tag>
  );
}

export function Divider({ props }: Drawing) {
  return <hr class={classes("divider", { direction: props.direction })} />;
}

export function List({ tag, props, children }: Drawing) {
  const Tag = tag === "s-ordered-list" ? "ol" : "ul";
  return (
    <Tag class="list" {...named(props)}>
      {children}
    </Tag>
  );
}

export function ListItem({ props, children }: Drawing) {
  return <li id={textOf(props.id)}>{children}</li>;
}
