import { within } from "../within.ts";
import type { SurfacePage } from "./page.ts";

/**
 * What this browser remembers of a purchase, so that an answer counts also while the app is silent, and an impression is
 * told once. Where storage is refused or doesn't answer it remembers for as long as the page stands.
 */
export interface Memory {
  readonly answer: "accepted" | "declined" | undefined;
  keepAnswer(answer: "accepted" | "declined"): void;
  isTold(event: string): boolean;
  keepTold(event: string): void;
  forgetTold(event: string): void;
}

interface Kept {
  readonly reference: string;
  readonly answer?: "accepted" | "declined";
  readonly told: readonly string[];
}

const KEY = "purchases";
const PURCHASES_MOST = 20;
/** Milliseconds. Long, for who is read too late is offered again what they have declined; a page that answers takes a few. */
const READ_WITHIN = 1_000;

export async function memoryOf(page: SurfacePage, reference: string): Promise<Memory> {
  const all = await readAll(page);
  const others = all.filter((kept) => kept.reference !== reference).slice(-(PURCHASES_MOST - 1));
  let mine: Kept = all.find((kept) => kept.reference === reference) ?? { reference, told: [] };
  const keep = (changed: Partial<Kept>) => {
    mine = { ...mine, ...changed };
    // The shopper never waits for it, and it may be refused.
    page.storage.write(KEY, [...others, mine]).catch(() => undefined);
  };
  return {
    get answer() {
      return mine.answer;
    },
    keepAnswer: (answer) => keep({ answer }),
    isTold: (event) => mine.told.includes(event),
    keepTold: (event) => keep({ told: [...mine.told, event] }),
    forgetTold: (event) => keep({ told: mine.told.filter((told) => told !== event) }),
  };
}

async function readAll({ storage }: SurfacePage): Promise<readonly Kept[]> {
  try {
    const read = await within(READ_WITHIN, storage.read<unknown>(KEY));
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  const { reference, told } = (value ?? {}) as Partial<Kept>;
  return typeof reference === "string" && Array.isArray(told);
}
