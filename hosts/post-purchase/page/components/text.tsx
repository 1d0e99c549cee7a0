/** @jsxImportSource preact */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { classes, type WithChildren } from "./classes.ts";

interface Looks extends WithChildren {
  readonly id?: string;
  readonly size?: string;
  readonly emphasized?: boolean;
  readonly subdued?: boolean;
  readonly appearance?: string;
}

type Role =
  | "address"
  | "deletion"
  | { readonly type: "abbreviation"; readonly for?: string }
  | { readonly type: "directional-override"; readonly direction: "ltr" | "rtl" }
  | { readonly type: "datetime"; readonly machineReadable?: string };

export function Text({ role, children, id, ...looks }: Looks & { readonly role?: Role }) {
  const given = { id, class: classes("text", { ...looks }) };
  if (role === "deletion") return <del {...given}>{children}</del>;
  if (role === "address") return <address {...given}>{children}</address>;
  if (role?.type === "abbreviation") {
    return (
      <abbr {...given} title={role.for}>
        {children}
      </abbr>
    );
  }
  if (role?.type === "directional-override") {
    return (
      <bdo {...given} dir={role.direction}>
        {children}
      </bdo>
    );
  }
  if (role?.type === "datetime") {
    return (
      <time {...given} dateTime={role.machineReadable}>
        {children}
      </time>
    );
  }
  return <span {...given}>{children}</span>;
}

export function TextBlock({ children, id, ...looks }: Looks) {
  return (
    <p id={id} class={classes("text", { ...looks, block: true })}>
      {children}
    </p>
  );
}

export function TextContainer({ alignment, spacing = "base", children }: WithChildren & TextContainerProps) {
  return <div class={classes("text-container", { alignment, spacing })}>{children}</div>;
}

interface TextContainerProps {
  readonly alignment?: string;
  readonly spacing?: string;
}

/** The page's own title is the first level. */
const HeadingLevel = createContext(2);

export function HeadingGroup({ children }: WithChildren) {
  const level = useContext(HeadingLevel);
  return <HeadingLevel.Provider value={Math.min(level + 1, 6)}>{children}</HeadingLevel.Provider>;
}

export function Heading({ id, level, role, children }: WithChildren & HeadingProps) {
  const outline = useContext(HeadingLevel);
  const look = classes("heading", { level: level ?? Math.min(outline, 3) });
  if (role === "presentation") {
    return (
      <div id={id} class={look}>
        {children}
      </div>
    );
  }
  const Tag = `h${outline}` as "h2";
  return (
    <Tag id={id} class={look}>
      {children}
    </Tag>
  );
}

interface HeadingProps {
  readonly id?: string;
  readonly level?: number;
  readonly role?: "presentation";
}

export function HiddenForAccessibility({ children }: WithChildren) {
  return <span aria-hidden="true">{children}</span>;
}

export function VisuallyHidden({ children }: WithChildren) {
  return <span class="visually-hidden">{children}</span>;
}
