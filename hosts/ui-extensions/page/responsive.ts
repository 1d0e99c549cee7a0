import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** The width of the block, pixels: what its `@container` values ask for. */
export const PageWidth = createContext(1000);

const QUERY = /^@container\s*(?:[\w-]+\s*)?\(inline-size\s*([<>]=?)\s*(\d+)px\)\s*([^,]+),\s*(.+)$/;

/** A prop's value for the block's width: "@container (inline-size > 400px) 1fr 1fr, 1fr" is one of its two. */
function atWidth(value: string, width: number): string {
  const [, comparison, limit, then, otherwise] = QUERY.exec(value) ?? [];
  if (then === undefined || otherwise === undefined) return value;
  const least = Number(limit);
  const holds = { ">": width > least, ">=": width >= least, "<": width < least, "<=": width <= least }[
    comparison ?? ""
  ];
  return (holds ? then : otherwise).trim();
}

/** Reads the text of a prop at the block's width; "" where it isn't given. */
export function useAtWidth(): (value: unknown) => string {
  const width = useContext(PageWidth);
  return (value) => (typeof value === "string" ? atWidth(value, width) : "");
}
