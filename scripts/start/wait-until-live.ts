import { setTimeout as after } from "node:timers/promises";
import { CannotStart } from "./cannot-start.ts";

/** The app's libraries answer 410 to what calls itself a program. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";

/** Resolves when the address answers 200. Throws CannotStart after the time, an abort reason when told to stop. */
export async function waitUntilLive(
  address: string,
  { withinMs, signal }: { readonly withinMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(2_000)]);
    const response = await fetch(address, { headers: { "User-Agent": USER_AGENT }, signal: timeout }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    if (response?.ok) return;
    await after(60);
  }
  throw new CannotStart(`${address} gave no answer within ${withinMs / 1000} seconds.`);
}
