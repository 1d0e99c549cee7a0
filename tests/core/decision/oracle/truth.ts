/** Kleene's three values: undefined is unknown. */
export type Truth = boolean | undefined;

export function and(parts: readonly Truth[]): Truth {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

export function or(parts: readonly Truth[]): Truth {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

export function not(part: Truth): Truth {
  return part === undefined ? undefined : !part;
}
