import type { Engine } from "../engine.ts";

/** What every resolver knows: the shop, and what the caller's token may do. */
export interface ApiContext {
  readonly engine: Engine;
  readonly scopes: readonly string[];
}
