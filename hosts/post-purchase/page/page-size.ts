import { createContext } from "preact";

/** Widths at which Shopify's checkout changes its layout are not documented; these are those of its stylesheet. */
export type PageSizeName = "small" | "medium" | "large";

export function pageSizeOf(width: number): PageSizeName {
  if (width >= 1000) return "large";
  return width >= 750 ? "medium" : "small";
}

export const PageSize = createContext<PageSizeName>("large");
