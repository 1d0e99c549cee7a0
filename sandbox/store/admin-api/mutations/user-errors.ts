/** What a person could mend: comes back with HTTP 200 beside an empty result. */
export interface UserError {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: string;
}

/** Gathers what is wrong with an input whose argument has this name. */
export function errorsIn(argument: string) {
  const errors: UserError[] = [];
  return {
    errors,
    /** `path` is below the argument: "customerGets.value". */
    add(path: string, code: string, message: string): void {
      errors.push({ field: [argument, ...path.split(".").filter(Boolean)], message, code });
    },
  };
}

export type Errors = ReturnType<typeof errorsIn>;
