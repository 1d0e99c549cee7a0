import type { Message, Told } from "../values/say.ts";

/** What is wrong with a document, at its place: `path` is "rules[0].path.offer.quantityMost", "" for the whole. Said by `said`. */
export interface Problem extends Told {
  readonly path: string;
}

/** What is wrong, by its name; with values where the text leaves room for some. */
export type Wrong = Message | Told;

/** A value of an untrusted document at its place; every reader answers the value or undefined with a problem noted. */
export class Reading {
  readonly value: unknown;
  readonly path: string;
  readonly problems: Problem[];

  constructor(value: unknown, path = "", problems: Problem[] = []) {
    this.value = value;
    this.path = path;
    this.problems = problems;
  }

  /** The field of an object; a value that is no object has only absent fields. */
  at(field: string): Reading {
    const isOwn = isObject(this.value) && Object.hasOwn(this.value, field);
    const value = isOwn ? (this.value as Record<string, unknown>)[field] : undefined;
    return new Reading(value, this.path === "" ? field : `${this.path}.${field}`, this.problems);
  }

  get isAbsent(): boolean {
    return this.value === undefined;
  }

  wrong(what: Wrong): undefined {
    this.problems.push({ path: this.path, ...(typeof what === "string" ? { message: what } : what) });
    return undefined;
  }

  /** `what` names what is missing. */
  object(what: Message): this | undefined {
    if (isObject(this.value)) return this;
    const message = this.isAbsent ? "problem.missing" : "problem.object";
    return this.wrong({ message, values: { what: { message: what } } });
  }

  /** Reports every field that is not one of `known`: a misspelt word must not silently mean nothing. */
  onlyFields(known: readonly string[]): void {
    if (!isObject(this.value)) return;
    for (const field of Object.keys(this.value)) {
      if (!known.includes(field)) this.at(field).wrong({ message: "problem.unknown-field", values: { field } });
    }
  }

  list(wrong: Wrong, most: number): Reading[] | undefined {
    if (!Array.isArray(this.value)) return this.wrong(wrong);
    if (this.value.length > most) return this.wrong({ message: "problem.list.most", values: { most } });
    // Not `map`: it would leave out the holes of a list that was not written as JSON.
    return Array.from(this.value, (item, index) => new Reading(item, `${this.path}[${index}]`, this.problems));
  }

  text(wrong: Wrong, most: number): string | undefined {
    if (typeof this.value !== "string" || this.value.trim() === "") return this.wrong(wrong);
    if (this.value.length > most) return this.wrong({ message: "problem.text.most", values: { most } });
    return this.value.includes("\0") || !this.value.isWellFormed() ? this.wrong("problem.text.character") : this.value;
  }

  wholeNumber(least: number, most: number, wrong: Wrong): number | undefined {
    const isFitting =
      Number.isSafeInteger(this.value) && (this.value as number) >= least && (this.value as number) <= most;
    // JSON can write -0, which is another value than 0 and means the same.
    return isFitting ? (this.value as number) + 0 : this.wrong(wrong);
  }

  /** A numeric id of Shopify's as text, "40123". */
  id<Id extends string>(wrong: Wrong): Id | undefined {
    return typeof this.value === "string" && /^\d{1,20}$/.test(this.value) ? (this.value as Id) : this.wrong(wrong);
  }

  oneOf<Word extends string>(words: readonly Word[], wrong: Wrong): Word | undefined {
    return words.find((word) => word === this.value) ?? this.wrong(wrong);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
