/** Whether a scope is covered by what was granted: writing includes reading. */
export function isGranted(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || (scope.startsWith("read_") && granted.includes(scope.replace("read_", "write_")));
}
