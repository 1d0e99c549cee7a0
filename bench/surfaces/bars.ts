import type { Bar } from "../frame/bar.ts";
import type { Measured } from "./measures.ts";
import type { Size } from "./sizes.ts";

/** What was promised of the surfaces, beside what was measured. */
export function barsOf(sizes: readonly Size[], measured: readonly Measured[]): Bar[] {
  return [
    ...sizes.flatMap(({ name, deflate, brotli, atMost }) => [
      { what: `${name}: deflate`, measured: deflate, atMost, unit: "bytes" },
      { what: `${name}: brotli`, measured: brotli, atMost, unit: "bytes" },
    ]),
    ...measured.flatMap(({ who, what, atMostMs, figures }) =>
      atMostMs === undefined
        ? []
        : [{ what: `${who}: ${what}`, measured: figures.median / 1e6, atMost: atMostMs, unit: "ms" }],
    ),
  ];
}
