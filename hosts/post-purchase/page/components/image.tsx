/** @jsxImportSource preact */
import type { JSX } from "preact";
import { classes } from "./classes.ts";

interface ImageProps {
  readonly source: string;
  readonly sources?: readonly {
    readonly source: string;
    readonly viewportSize?: string;
    readonly resolution?: number;
  }[];
  readonly description?: string;
  readonly loading?: "eager" | "lazy";
  readonly bordered?: boolean;
  readonly aspectRatio?: number;
  readonly fit?: "cover" | "contain";
  readonly decorative?: boolean;
}

const FROM_WIDTH: Readonly<Record<string, number>> = { small: 0, medium: 750, large: 1000 };

/** Where it fails to load, its description stands in its place. */
export function Image({ source, sources = [], description = "", decorative, ...look }: ImageProps) {
  const style = (look.aspectRatio ? { aspectRatio: String(look.aspectRatio) } : {}) as JSX.CSSProperties;
  const widestFirst = [...sources].sort((a, b) => fromWidth(b.viewportSize) - fromWidth(a.viewportSize));
  return (
    <picture
      class={classes("image", { bordered: look.bordered, fit: look.fit, framed: Boolean(look.aspectRatio) })}
      style={style}
    >
      {widestFirst.map(({ source: candidate, viewportSize, resolution = 1 }) => (
        <source
          key={candidate}
          srcset={`${candidate} ${resolution}x`}
          {...(viewportSize ? { media: `(min-width: ${fromWidth(viewportSize)}px)` } : {})}
        />
      ))}
      <img src={source} alt={decorative ? "" : description} loading={look.loading ?? "eager"} />
    </picture>
  );
}

function fromWidth(viewportSize: string | undefined): number {
  return FROM_WIDTH[viewportSize ?? "small"] ?? 0;
}
