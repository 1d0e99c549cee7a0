/** Runs work at once while fewer than `most` are under way; the rest waits its turn, first come, first served. */
export function fewAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    if (underWay < most) underWay += 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      // Whoever waits longest takes over the place: it is never counted free in between.
      const next = waiting.shift();
      if (next) next();
      else underWay -= 1;
    }
  };
}
