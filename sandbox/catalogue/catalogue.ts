import { readFileSync } from "node:fs";
import type { SandboxProduct } from "../store/state/product.ts";

export type { SandboxProduct, SandboxVariant } from "../store/state/product.ts";

/** The committed extract, best sellers first. Throws when the file is missing or no JSON: the checkout is broken then. */
export function loadCatalogue(): SandboxProduct[] {
  return JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8")) as SandboxProduct[];
}
