/** Errors cross as values: an exception thrown through an rpc would also surface as unhandled on the other side. */
export type Settled =
  | { readonly kind: "answered"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly message: string };

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
