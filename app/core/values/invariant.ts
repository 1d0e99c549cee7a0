/** Our own mistake, found at run time: never thrown for anything a user or another system can cause. */
class InvariantError extends Error {
  override readonly name = "InvariantError";
}

export function invariant(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new InvariantError(otherwise);
}

/** Ends a switch over a union: the compiler rejects it when a case is missing. */
export function unreachable(value: never): never {
  throw new InvariantError(`no case for ${JSON.stringify(value)}`);
}
