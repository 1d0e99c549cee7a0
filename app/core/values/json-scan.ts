import type { Message } from "./say.ts";

/** Where a text stops being JSON: `message` says what is expected there. */
export interface JsonFault {
  readonly offset: number;
  readonly message: Message;
}

/** Parts of a document that are looked for, by field name, or "[0]" in a list; `offset` is where the part begins. */
export interface WantedPart {
  readonly parts: Map<string, WantedPart>;
  offset?: number;
}

/** Deeper than any document of ours; a text of nothing but brackets must not end the process. */
const DEPTH_MOST = 500;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** Reads the text from its beginning to its end and notes where the wanted parts begin; undefined when it is JSON. */
export function scanJson(text: string, wanted?: WantedPart): JsonFault | undefined {
  const scan = new Scan(text);
  try {
    scan.value(wanted, 0);
    scan.space();
    return scan.at < text.length ? { offset: scan.at, message: "problem.json.end" } : undefined;
  } catch (thrown) {
    if (thrown instanceof Fault) return { offset: thrown.offset, message: thrown.expected };
    throw thrown;
  }
}

class Fault extends Error {
  readonly offset: number;
  readonly expected: Message;

  constructor(offset: number, expected: Message) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

class Scan {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(wanted: WantedPart | undefined, depth: number): void {
    this.space();
    if (wanted) wanted.offset ??= this.at;
    if (depth > DEPTH_MOST) throw new Fault(this.at, "problem.json.depth");
    const first = this.text[this.at];
    if (first === "{") this.object(wanted, depth);
    else if (first === "[") this.list(wanted, depth);
    else if (first === '"') this.string();
    else if (!this.takes(WORD) && !this.takes(NUMBER)) throw new Fault(this.at, "problem.json.value");
  }

  object(wanted: WantedPart | undefined, depth: number): void {
    this.at += 1;
    if (this.ends("}")) return;
    for (;;) {
      this.space();
      const begin = this.at;
      if (this.text[begin] !== '"') throw new Fault(begin, "problem.json.name");
      this.string();
      const part = wanted?.parts.get(nameIn(this.text.slice(begin, this.at)));
      // Of a field that stands twice the last one counts.
      if (part) part.offset = begin;
      this.space();
      if (this.text[this.at] !== ":") throw new Fault(this.at, "problem.json.colon");
      this.at += 1;
      this.value(part, depth + 1);
      if (this.ends("}")) return;
      this.comma("problem.json.brace");
    }
  }

  list(wanted: WantedPart | undefined, depth: number): void {
    this.at += 1;
    if (this.ends("]")) return;
    for (let index = 0; ; index++) {
      this.value(wanted?.parts.get(`[${index}]`), depth + 1);
      if (this.ends("]")) return;
      this.comma("problem.json.bracket");
    }
  }

  string(): void {
    const begin = this.at;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) {
        this.at += 1;
        return;
      }
      if (code < 0x20) throw new Fault(this.at, "problem.json.line-break");
      if (code === 0x5c) {
        this.at += 1;
        if (!this.takes(ESCAPE)) throw new Fault(this.at - 1, "problem.json.escape");
        this.at -= 1;
      }
    }
    throw new Fault(begin, "problem.json.open");
  }

  space(): void {
    this.takes(SPACE);
  }

  private ends(bracket: string): boolean {
    this.space();
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  private comma(expected: Message): void {
    if (this.text[this.at] !== ",") throw new Fault(this.at, expected);
    this.at += 1;
  }

  private takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}

function nameIn(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
