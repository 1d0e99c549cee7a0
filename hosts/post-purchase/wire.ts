import type { RemoteChannel } from "@remote-ui/core";

/** Sends what the extension fetches below `from` to `to`, as a name server would: the bundle keeps its address. */
export interface FetchRoute {
  /** An origin, "https://app.example.com". */
  readonly from: string;
  readonly to: string;
}

export const SHOULD_RENDER = "Checkout::PostPurchase::ShouldRender";
export const RENDER = "Checkout::PostPurchase::Render";

/** What the two extension points are given as `inputData`; the host passes it on and reads the locale only. */
export interface InputData {
  readonly locale: string;
}

/** Errors cross as values: an exception thrown through remote-ui's rpc would also surface as unhandled on the other side. */
export type Settled =
  | { readonly kind: "answered"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly message: string };

/** What the page may ask of the worker. */
export interface WorkerCalls {
  /** Evaluates the bundle as it is. Once per worker, before anything else. */
  load(source: string, routes: readonly FetchRoute[]): Promise<Settled>;
  shouldRender(inputData: InputData): Promise<Settled>;
  render(inputData: InputData, initialData: unknown): Promise<Settled>;
}

/** What the worker may ask of the page. */
export interface PageCalls {
  draw: RemoteChannel;
  calculateChangeset(changeset: unknown): Promise<Settled>;
  applyChangeset(changeset: unknown, options: unknown): Promise<Settled>;
  updateStorage(data: unknown): Promise<Settled>;
  done(): Promise<Settled>;
  /** An error of the extension that nobody caught. */
  report(message: string): Promise<void>;
}

export async function settle(work: () => unknown): Promise<Settled> {
  try {
    return { kind: "answered", answer: await work() };
  } catch (cause) {
    return { kind: "failed", message: messageOf(cause) };
  }
}

/** Throws what failed on the other side. */
export function answerOf(settled: Settled): unknown {
  if (settled.kind === "failed") throw new Error(settled.message);
  return settled.answer;
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
