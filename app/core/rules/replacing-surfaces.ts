import type { Surface } from "../facts/facts.ts";

/** Where the page can take a line away again: not once the order is placed, for a post-purchase changeset only adds. */
export const REPLACING_SURFACES: ReadonlySet<Surface> = new Set(["cart", "checkout"]);
