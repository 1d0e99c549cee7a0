/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import { PageSize, type PageSizeName } from "../page-size.ts";
import { classes, type WithChildren } from "./classes.ts";

interface Stacked extends WithChildren {
  readonly alignment?: string;
  readonly spacing?: string;
}

export function BlockStack({ alignment, spacing = "base", children }: Stacked) {
  return <div class={classes("block-stack", { alignment, spacing })}>{children}</div>;
}

export function InlineStack({ alignment = "center", spacing = "base", children }: Stacked) {
  return <div class={classes("inline-stack", { alignment, spacing })}>{children}</div>;
}

export function Bookend({ leading, trailing, alignment, spacing, children }: Stacked & BookendProps) {
  return <div class={classes("bookend", { leading, trailing, alignment, spacing })}>{children}</div>;
}

interface BookendProps {
  readonly leading?: boolean;
  readonly trailing?: boolean;
}

export function View({ inlinePadding, blockPadding, children }: WithChildren & ViewProps) {
  return <div class={classes("view", { inline: inlinePadding, block: blockPadding })}>{children}</div>;
}

interface ViewProps {
  readonly inlinePadding?: string;
  readonly blockPadding?: string;
}

export function Separator({ width, direction }: { width?: string; direction?: string }) {
  return <hr class={classes("separator", { width, direction })} />;
}

interface TilesProps extends Stacked {
  readonly maxPerLine?: number;
  readonly breakAt?: number;
}

/** Equal columns; below `breakAt` pixels of their own width they stack. */
export function Tiles({ maxPerLine, breakAt = 0, alignment, spacing = "base", children }: TilesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const style = { "--per-line": width < breakAt ? 1 : maxPerLine } as JSX.CSSProperties;
  const className = classes("tiles", { alignment, spacing, wraps: maxPerLine !== undefined || width < breakAt });
  return (
    <div ref={place} class={className} style={style}>
      {children}
    </div>
  );
}

type Size = "auto" | "fill" | number;

interface Sizes {
  readonly maxInlineSize?: number;
  readonly sizes?: readonly Size[];
}

interface LayoutProps extends Sizes {
  readonly inlineAlignment?: string;
  readonly blockAlignment?: string;
  readonly media?: readonly (Sizes & { readonly viewportSize: PageSizeName })[];
  readonly children?: ComponentChildren;
}

/** Sections side by side as far as they fit, below one another from there. Numbers up to 1 are shares, above pixels. */
export function Layout({ inlineAlignment, blockAlignment, maxInlineSize, sizes, media, children }: LayoutProps) {
  const page = useContext(PageSize);
  const here = media?.find(({ viewportSize }) => viewportSize === page);
  const widest = here?.maxInlineSize ?? maxInlineSize;
  const sectionSizes = here?.sizes ?? sizes ?? [];
  // The sections themselves are drawn elsewhere, so they are sized from outside.
  const own = `sections-${useId()}`;
  const rules = sectionSizes.map((size, index) => `.${own} > :nth-child(${index + 1}) { ${sectionRule(size)} }`);
  return (
    <div class={classes("layout", { inline: inlineAlignment, block: blockAlignment })}>
      <div class="layout__sized" style={widest === undefined ? {} : { maxWidth: lengthOf(widest) }}>
        <style>{rules.join(" ")}</style>
        <div class={`sections ${own}`}>{children}</div>
      </div>
    </div>
  );
}

function sectionRule(size: Size): string {
  if (size === "auto") return "flex: 0 0 auto;";
  if (size === "fill") return "flex: 1 1 0;";
  return `flex: 0 1 ${lengthOf(size)}; width: ${lengthOf(size)};`;
}

function lengthOf(size: number): string {
  return size <= 1 ? `${size * 100}%` : `${size}px`;
}
