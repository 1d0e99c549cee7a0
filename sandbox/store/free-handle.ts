import { handleFrom } from "./state/handle.ts";

/** "staff-picks", or "staff-picks-1" when that is taken, as Shopify counts. */
export function freeHandle(title: string, others: readonly { readonly handle: string }[]): string {
  const wanted = handleFrom(title) || "untitled";
  const isTaken = (handle: string) => others.some((other) => other.handle === handle);
  for (let count = 0; ; count++) {
    const handle = count === 0 ? wanted : `${wanted}-${count}`;
    if (!isTaken(handle)) return handle;
  }
}
