import { format } from "node:util";
import { afterEach } from "vitest";

/** A test during which anything was written to console.error fails, with what was written. */
const said: string[] = [];
const write = console.error;
console.error = (...parameters: unknown[]) => {
  said.push(format(...parameters));
  write(...parameters);
};

afterEach(() => {
  const heard = said.splice(0);
  if (heard.length > 0) throw new Error(`console.error was called: ${heard.join("\n")}`);
});
