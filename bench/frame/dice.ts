/** Dice that fall the same way on every machine for the same seed (mulberry32, public domain, Tommy Ettinger). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ … < 1, in steps of 2⁻³². */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, `least` ≤ … ≤ `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(chance: number): boolean {
    return this.share() * 100 < chance;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.share() * items.length)] as Item;
  }

  /** So many different ones of `items` (all of them if there are fewer), in the order in which they fell. */
  someOf<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () => {
      const [fallen] = left.splice(Math.floor(this.share() * left.length), 1);
      return fallen as Item;
    });
  }
}

/**
 * How often each of `count` things is picked where the first sells twice as often as the second and three times as often
 * as the third (Zipf's law, exponent 1): the answer picks one, 0 being the most popular.
 */
export function popularity(count: number): (dice: Dice) => number {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1);
    upTo[rank] = sum;
  }
  return (dice) => {
    const fallen = dice.share() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) > fallen) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
