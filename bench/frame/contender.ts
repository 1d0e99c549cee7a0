/** One of those that are measured against each other: each does the same work on the same inputs. */
export interface Contender {
  readonly name: string;
  /** The work for the input with this number; an answer that is a promise is awaited. */
  readonly work: (input: number) => unknown;
  readonly isAsync?: boolean;
}

/** Nanoseconds for one piece of work. */
export interface Figures {
  readonly name: string;
  /** The middle of what a piece of work took on average in each batch. */
  readonly median: number;
  /** Of single pieces of work, each timed for itself; the middle of all rounds. Absent where too few were timed. */
  readonly p50?: number;
  readonly p99?: number;
  /** How many pieces of work were timed. */
  readonly timed: number;
  /** The average of a batch by the round it was taken in, to be set against the other contenders' of the same round. */
  readonly averages: ReadonlyMap<number, number>;
}

/** `left` is so many times the `right`: the middle of the rounds' ratios, so that noise that hits a round hits both. */
export function ratioOf(left: Figures, right: Figures): number {
  const ratios = [...left.averages].flatMap(([round, average]) => {
    const other = right.averages.get(round);
    return other === undefined ? [] : [average / other];
  });
  return middleOf(ratios);
}

export function middleOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value below which the share lies: nearest rank. */
export function quantileOf(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
