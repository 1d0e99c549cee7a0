import { readFileSync } from "node:fs";

/** The examples of docs/purchases-and-catalogue.md by the name that stands after their language. */
export function documentedExample(name: "catalogue" | "purchases" | "rulebook" | "decisions"): string {
  const page = readFileSync(new URL("../../docs/purchases-and-catalogue.md", import.meta.url), "utf8");
  const found = new RegExp(`^\`\`\`jsonl? ${name}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1];
  if (found === undefined) throw new Error(`the page has no example "${name}"`);
  return found;
}
