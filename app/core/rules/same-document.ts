/** Whether two values mean the same as JSON: the order of an object's fields does not count, and an absent one is undefined. */
export function isSameDocument(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields].every((field) => isSameDocument(fieldOf(left, field), fieldOf(right, field)));
}

function fieldOf(document: object, field: string): unknown {
  return Object.hasOwn(document, field) ? (document as Record<string, unknown>)[field] : undefined;
}
