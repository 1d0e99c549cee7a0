import type { ComponentChildren } from "preact";

export interface WithChildren {
  readonly children?: ComponentChildren;
}

/** "stack", {spacing: "tight"} → "stack stack--spacing-tight"; what is false or absent adds nothing. */
export function classes(
  name: string,
  modifiers: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const added = Object.entries(modifiers).flatMap(([modifier, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`${name}--${modifier}`] : [`${name}--${modifier}-${value}`];
  });
  return [name, ...added].join(" ");
}

/** Calls a function of the extension. What it throws is reported by its worker. */
export function call<Given extends unknown[]>(
  handler: ((...given: Given) => unknown) | undefined,
  ...given: Given
): void {
  Promise.resolve(handler?.(...given)).catch(() => undefined);
}
