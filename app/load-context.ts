import type { Encore } from "#app/composition.ts";

/** What `server.ts` hands to every loader and action: the one composed Encore of this process. */
declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly encore: Encore;
  }
}
