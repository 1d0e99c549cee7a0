import { type JsonFault, scanJson, type WantedPart } from "./json-scan.ts";

/**
 * For each path ("rules[0].path.offer", "" for the whole) the line of the JSON text on which it stands, from 1; of a part
 * that is not there, the line of what it is missing in.
 */
export function linesOfPaths(text: string, paths: readonly string[]): number[] {
  const whole: WantedPart = { parts: new Map() };
  const wanted = paths.map((path) => stepsTo(path, whole));
  scanJson(text, whole);
  const lineAt = linesOf(text);
  return wanted.map((steps) => lineAt(steps.findLast(({ offset }) => offset !== undefined)?.offset ?? 0));
}

/** Where the text stops being JSON and what is expected there; undefined when it is JSON. */
export function jsonFaultIn(text: string): (JsonFault & { readonly line: number }) | undefined {
  const fault = scanJson(text);
  return fault && { ...fault, line: linesOf(text)(fault.offset) };
}

/** The part with all that it is in, the whole first. */
function stepsTo(path: string, whole: WantedPart): WantedPart[] {
  const steps = [whole];
  for (const [name] of path.matchAll(/\[\d+\]|[^.[\]]+/g)) {
    const { parts } = steps.at(-1) ?? whole;
    const part: WantedPart = parts.get(name) ?? { parts: new Map() };
    parts.set(name, part);
    steps.push(part);
  }
  return steps;
}

function linesOf(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) ends.push(end);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
